using Refit;

namespace BotHost.Webex;

/// <summary>Presses of the buttons of cards.</summary>
internal interface IAttachmentActionsApi
{
    [Get("attachment/actions/{attachmentActionId}")]
    Task<AttachmentAction> GetAsync(AttachmentActionId attachmentActionId, CancellationToken cancellationToken);

    /// <summary>Presses a button as the caller. Webex answers 202 by its specification and 200 in fact; both are success.</summary>
    [Post("attachment/actions")]
    Task<AttachmentAction> CreateAsync([Body] NewAttachmentAction action, CancellationToken cancellationToken);
}
