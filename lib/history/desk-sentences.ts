import { type Describe, fieldOf, quote } from "./sentence-parts";

/** What can be done to the desk: its views, settings, rating scales, API tokens and webhooks. */
export const deskSentences: Readonly<Record<string, Describe>> = {
  "view.save": (event) => `saved the view${quote(event.to, "name")}`,
  "view.change": (event) => `changed the view${quote(event.to, "name")}`,
  "view.delete": (event) => `deleted the view${quote(event.from, "name")}`,
  "setting.change": ({ targetId }) => `changed the setting ${settings[targetId] ?? targetId}`,
  "page.edit": ({ targetId }) => {
    const [, page = "", language = ""] = targetId.split(":");
    return `edited the page ${pages[page] ?? page} (${language})`;
  },
  "message.receive": (event) =>
    event.to?.state === "spam" ? "received a message of a reader, as spam" : "received a message of a reader",
  "message.set-state": (event) =>
    `changed the state of a message from ${fieldOf(event.from, "state") ?? "?"} to ${fieldOf(event.to, "state") ?? "?"}`,
  "message.handle": (event) =>
    event.from?.assignee === event.to?.assignee
      ? "wrote a note on a message of a reader"
      : event.to?.assignee
        ? `assigned a message of a reader to ${fieldOf(event.to, "assignee")}`
        : "unassigned a message of a reader",
  "message.answer": (event) =>
    event.to?.isMailed ? "answered a reader by email" : "marked a message of a reader as answered elsewhere",
  "message.mark-claim": () => "marked a claim that a reader suggested",
  "message.add-source": () => "added a source that a reader sent",
  "message.erase": () => "deleted the data of a reader",
  "scale.create": (event) => `added the rating scale${quote(event.to, "name")}`,
  "scale.edit": (event) =>
    `saved version ${fieldOf(event.to, "version") ?? "?"} of the rating scale${quote(event.to, "name")}`,
  "scale.make-default": (event) => `made${quote(event.to, "name")} the default rating scale`,
  "sign-in-policy.change": () => "changed how people sign in",
  "api-token.create": (event) => `created the API token${quote(event.to, "name")}`,
  "api-token.revoke": () => "revoked an API token",
  "webhook.create": (event) => `added a webhook to${quote(event.to, "host")}`,
  "webhook.change": (event) =>
    event.to?.moved && event.from?.host === event.to?.host
      ? `changed the address of the webhook to${quote(event.to, "host")}`
      : event.to?.moved
        ? `changed the address of the webhook from${quote(event.from, "host")} to${quote(event.to, "host")}`
        : `changed what is sent to the webhook to${quote(event.to, "host")}`,
  "webhook.pause": (event) => `paused the webhook to${quote(event.to, "host")}`,
  "webhook.resume": (event) => `resumed the webhook to${quote(event.to, "host")}`,
  "webhook.rotate-secret": (event) => `created a new secret for the webhook to${quote(event.to, "host")}`,
  "webhook.delete": (event) => `deleted the webhook to${quote(event.to, "host")}`,
  "webhook.disable": (event) =>
    `disabled the webhook to${quote(event.to, "host")}, because its receiver failed`,
};

const pages: Record<string, string> = {
  about: "“About us”",
  methodology: "“How we check”",
  contact: "“Contact”",
};

const settings: Record<string, string> = {
  requiredApprovals: "“Required approvals”",
  claimRequirements: "“Required fields”",
  tags: "“Tags”",
  watching: "“Watching”",
  signingKey: "“Key that signs publications”",
};
