namespace BotHost.Bot;

/// <summary>Reads a submit's arguments from the card's inputs. Tells everything that does not fit at once.</summary>
internal sealed class SubmitReader(IReadOnlyList<Parameter> parameters, ReadingClock clock)
{
    public Reading Read(Submission submission)
    {
        var refusals = new List<FieldRefusal>();
        var values = new object?[parameters.Count];
        foreach (var parameter in parameters)
        {
            if (parameter.Record is { } record)
            {
                values[parameter.Position] = record.Read(submission.Inputs, clock, refusals);
            }
            else if (parameter.Field is { } field && !field.TryRead(submission.Inputs, clock, out values[parameter.Position], out var refusal))
            {
                refusals.Add(new FieldRefusal(field.Id, refusal));
            }
        }

        return refusals.Count == 0 ? Reading.Of(values) : Reading.Refused(Reply.Again(refusals));
    }
}
