using System.Net.Sockets;
using Npgsql;

namespace BotHost.Storage;

/// <summary>Reads PostgreSQL's error codes (its manual, appendix A) and what Npgsql throws when there is no server to say one.</summary>
internal static class PostgreSqlFaults
{
    /// <summary>The one code of class 25 that ends the session; Npgsql has no name for it.</summary>
    private const string IdleInTransactionTimeout = "25P03";

    public static Fault Judge(Exception exception) => exception switch
    {
        PostgresException server => Judge(server.SqlState),
        NpgsqlException or TimeoutException or IOException or SocketException => Fault.ConnectionLost,
        _ => Fault.OfTheWrite,
    };

    private static Fault Judge(string state) => state switch
    {
        // It says itself that it does not know how the transaction ended.
        PostgresErrorCodes.StatementCompletionUnknown => Fault.ConnectionLost,
        IdleInTransactionTimeout => Fault.ConnectionLost,
        PostgresErrorCodes.QueryCanceled => Fault.OfTheStore,
        // Only a result's shape changed: a newer host has widened the table meanwhile.
        PostgresErrorCodes.FeatureNotSupported => Fault.Conflict,
        PostgresErrorCodes.LockNotAvailable => Fault.Conflict,
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => Fault.OfTheStore,
        _ => state[..2] switch
        {
            "40" => Fault.Conflict,
            "08" or "57" => Fault.ConnectionLost,
            "23" or "42" => Fault.OfTheWrite,
            "22" or "54" => Fault.OfTheValue,
            _ => Fault.OfTheStore,
        },
    };
}
