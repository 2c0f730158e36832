namespace BotHost.Bot;

/// <summary>
/// A message that tells how far a handler is, and in the end what came of it. Reports are edits of that message: only the latest counts, they
/// come further and further apart, at most nine reach Webex (it allows ten edits a message), and one that fails is not missed. The result is a
/// reply like any other.
/// </summary>
public sealed class ProgressReply
{
    /// <summary>Of the ten edits that Webex allows a message, the last is the result's.</summary>
    private const int MostReports = 9;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1), LastWord = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _over = new(), _hurry;
    private readonly Func<Reply, CancellationToken, Task> _edit;
    private readonly TimeProvider _time;
    private readonly int _ordinal, _most;
    private Task _reporting = Task.CompletedTask;
    private Reply? _next;
    private bool _isReporting;
    private int _made;

    /// <param name="post">The message.</param>
    /// <param name="edit">Edits it.</param>
    /// <param name="time">The clock.</param>
    internal ProgressReply(ProgressPost post, Func<Reply, CancellationToken, Task> edit, TimeProvider time) =>
        // Posted by an earlier run of the handler, it has been edited nobody knows how often: what is left is the result's.
        (_ordinal, _most, _edit, _time, _hurry) = (post.Ordinal, post.IsNew ? MostReports : 0, edit, time, new CancellationTokenSource(Timeout.InfiniteTimeSpan, time));

    /// <summary>Says how far it is, soon and best effort. Returns at once.</summary>
    /// <param name="text">Text or Markdown that fits into one message.</param>
    /// <exception cref="ArgumentException">It does not.</exception>
    public void Report(Reply text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.IsBlank || !text.IsEditable)
        {
            throw new ArgumentException("Progress is text or Markdown that fits into one message. Shorten it, or leave the card or file for the result.", nameof(text));
        }

        lock (_gate)
        {
            if (_made == _most || _over.IsCancellationRequested)
            {
                return;
            }

            _next = text;
            if (!_isReporting)
            {
                _isReporting = true;
                _reporting = Task.Run(() => ReportAsync(_over.Token));
            }
        }
    }

    /// <summary>
    /// The result, to be returned or sent: it takes the message's place, and what does not fit into it follows. One with a card or a file
    /// follows it whole, since Webex edits neither. Should the message be gone, it is posted anew.
    /// </summary>
    public Reply Finish(Reply result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Card is null && result.Attached is null ? result.InPlaceOf(_ordinal) : result;
    }

    /// <summary>Ends the reporting: a report that is under way must not come after the result.</summary>
    internal async Task CloseAsync(CancellationToken cancellationToken)
    {
        await _over.CancelAsync();
        Task reporting;
        lock (_gate)
        {
            _next = null;
            reporting = _reporting;
        }

        _hurry.CancelAfter(LastWord);
        await reporting.WaitAsync(cancellationToken);
    }

    private async Task ReportAsync(CancellationToken over)
    {
        while (true)
        {
            Reply text;
            lock (_gate)
            {
                if (_next is null || _made == _most || over.IsCancellationRequested)
                {
                    _isReporting = false;
                    return;
                }

                (text, _next) = (_next, null);
                _made++;
            }

            try
            {
                await _edit(text, _hurry.Token);
                await Task.Delay(Pace * _made, _time, over);
            }
            catch (Exception)
            {
                // Decoration: the next report says more, and the result does not depend on it.
            }
        }
    }
}

/// <summary>The message of a progress, once it is there.</summary>
/// <param name="Message">Its id.</param>
/// <param name="Ordinal">Of the effect that posted it.</param>
/// <param name="IsNew">Whether it was posted by this run of the handler.</param>
internal readonly record struct ProgressPost(MessageId Message, int Ordinal, bool IsNew);

/// <summary>How a turn posts a progress.</summary>
internal interface IProgressPosts
{
    /// <summary>Posts it where the turn is answered, as a step: when the handler runs again, it is there already.</summary>
    Task<ProgressReply> PostAsync(Reply reply, CancellationToken cancellationToken);
}
