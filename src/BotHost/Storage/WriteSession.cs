using System.Data;
using System.Data.Common;
using Dapper;

namespace BotHost.Storage;

/// <summary>The writer's connection inside a transaction. Parameters are named <c>@name</c>; statements said again are prepared once.</summary>
internal sealed class WriteSession(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = [];
    private readonly Dictionary<object, (object Collected, Action Write)> _last = [];
    private DbTransaction? _transaction;
    private DbException? _failed;

    /// <summary>Whether the transaction was told to commit: if it failed then, nobody here knows how it ended.</summary>
    internal bool IsCommitting { get; private set; }

    internal bool IsOpen => connection.State == ConnectionState.Open;

    /// <summary>Runs a statement and returns the first column of its first row, or null where there is none.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Run(Prepare(sql, parameters), command => command.ExecuteScalar() is { } value and not DBNull ? value : null);

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Run(Prepare(sql, parameters), command => command.ExecuteNonQuery());

    /// <summary>The first row, or null where there is none.</summary>
    public T? Row<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) where T : class =>
        Rows<T>(sql, parameters).FirstOrDefault();

    /// <summary>All rows. Integers are <see cref="long"/>: a constructor that takes a row's columns takes that.</summary>
    public IReadOnlyList<T> Rows<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Run(Prepare(sql, parameters), command =>
        {
            using var reader = command.ExecuteReader();
            return reader.Parse<T>().AsList();
        });

    /// <summary>
    /// What one and the same <paramref name="writer"/> has to write for all the work of this transaction, in one go and last of all: what
    /// locks rows that other hosts want too.
    /// </summary>
    public T Collect<T>(object writer, Action<WriteSession, T> write) where T : class, new()
    {
        if (_last.TryGetValue(writer, out var last))
            return (T)last.Collected;
        var collected = new T();
        _last[writer] = (collected, () => write(this, collected));
        return collected;
    }

    /// <exception cref="InvalidOperationException">The work went on after a statement of its own had failed.</exception>
    internal void InTransaction(Action work)
    {
        (IsCommitting, _failed) = (false, null);
        _last.Clear();
        var transaction = connection.BeginTransaction();
        _transaction = transaction;
        try
        {
            work();
            foreach (var (_, write) in _last.Values)
                write();
            // PostgreSQL answers COMMIT with a silent ROLLBACK after a failed statement, even where the work looked away.
            if (_failed is not null)
                throw new InvalidOperationException("A write went on after a statement of its own had failed. Let the exception pass.", _failed);
            IsCommitting = true;
            transaction.Commit();
        }
        finally
        {
            _transaction = null;
            End(transaction);
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    /// <summary>Undoes a transaction, unless it was committed.</summary>
    private void End(DbTransaction transaction)
    {
        try
        {
            transaction.Dispose();
        }
        catch (DbException) when (IsOpen)
        {
            // SQLite itself undoes what it cannot commit because the disk is full, and the driver, unaware of it, fails to undo it again
            // and takes the transaction for open ever after. It is given one to undo.
            using var begin = connection.CreateCommand();
            (begin.CommandText, begin.Transaction) = ("BEGIN", transaction);
            begin.ExecuteNonQuery();
            transaction.Dispose();
        }
    }

    private T Run<T>(DbCommand command, Func<DbCommand, T> run)
    {
        try
        {
            return run(command);
        }
        catch (DbException e)
        {
            _failed ??= e;
            throw;
        }
    }

    private DbCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            _prepared[sql] = command;
        }

        command.Transaction = _transaction;
        foreach (var (name, value) in parameters)
            command.Parameters[name].Value = ColumnValue.From(value);
        return command;
    }
}
