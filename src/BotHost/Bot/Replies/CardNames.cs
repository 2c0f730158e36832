namespace BotHost.Bot;

/// <summary>
/// What all parts of one card share: the words for clients that draw none, and the names that come back in a press, each of which may be
/// there once: a press is one set of values, inputs and the button's own data side by side.
/// </summary>
internal sealed class CardNames
{
    private readonly HashSet<string> _inputs = [];
    private readonly HashSet<string> _data = [];

    public List<string> Words { get; } = [];

    public void AddInput(string id)
    {
        RefuseReserved(id, nameof(id));
        if (_data.Contains(id) || !_inputs.Add(id))
        {
            throw new ArgumentException(
                $"The card has a value named \"{id}\" already, and only one of them would arrive. " +
                "Rename either.", nameof(id));
        }
    }

    public void AddData(string title, string key)
    {
        RefuseReserved(key, nameof(key));
        if (_inputs.Contains(key))
        {
            throw new ArgumentException(
                $"The button \"{title}\" has a value named \"{key}\" like one of the inputs, and only one of them would arrive. " +
                "Rename either.", nameof(key));
        }

        _data.Add(key);
    }

    public static void RefuseReserved(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);
        if (name.StartsWith('_'))
        {
            throw new ArgumentException(
                $"\"{name}\" begins with an underscore, which the bot keeps for itself on cards. " +
                "Choose another name.", parameter);
        }
    }
}
