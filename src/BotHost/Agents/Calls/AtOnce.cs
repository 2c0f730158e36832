namespace BotHost.Agents;

/// <summary>How many of something each agent has under way on this host.</summary>
internal sealed class AtOnce
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>A place, until it is disposed of; null where the agent has as many already.</summary>
    public IDisposable? Enter(string agent, int most)
    {
        lock (_gate)
        {
            var count = _counts.GetValueOrDefault(agent);
            if (count >= most)
                return null;
            _counts[agent] = count + 1;
            return new Place(this, agent);
        }
    }

    private void Leave(string agent)
    {
        lock (_gate)
        {
            if (--_counts[agent] == 0)
                _counts.Remove(agent);
        }
    }

    private sealed class Place(AtOnce all, string agent) : IDisposable
    {
        private AtOnce? _all = all;

        public void Dispose() => Interlocked.Exchange(ref _all, null)?.Leave(agent);
    }
}
