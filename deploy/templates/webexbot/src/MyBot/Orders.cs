using System.ComponentModel.DataAnnotations;
using BotHost.Bot;

namespace MyBot;

/// <summary>Tea and coffee, ordered with a card.</summary>
public static class Orders
{
    /// <summary>Maps <c>order</c> and its form.</summary>
    public static void MapOrders(this BotRoutes bot)
    {
        bot.Command("order", () => Card.Form<Order>("Your order", submit: "order")).Describe("Orders something to drink");
        bot.Submit("order", (Order order, Person sender) => Reply.Markdown($"{order.Cups} × {order.Drink} for {sender.Email}, coming. {order.Note}"));
    }

    private enum Drink
    {
        Tea,
        Coffee,
    }

    private sealed record Order(Drink Drink, [property: Range(1, 9)] int Cups = 1, [MultiLine] string? Note = null);
}
