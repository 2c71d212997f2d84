import { type Command, InvalidArgumentError } from "commander";
import type { Failure } from "../../../lib/failure";
import type { Actor } from "../../../lib/policies/actor";
import type { Result } from "../../../lib/result";
import type { Webhook } from "../../../lib/webhooks/webhook";
import { WEBHOOK_KINDS, type WebhookKind } from "../../../lib/webhooks/webhook-kind";
import { CommandError } from "../command-error";
import { findAdministrator } from "../find-administrator";
import { withDatabase } from "../with-database";

interface Output {
  json?: true;
}

function kindList(value: string): WebhookKind[] {
  return value.split(",").map((each) => {
    const kind = WEBHOOK_KINDS.find((known) => known === each.trim());
    if (kind) return kind;
    throw new InvalidArgumentError(
      `${each.trim() || "This"} is not a kind of event. Use ${WEBHOOK_KINDS.join(", ")}.`,
    );
  });
}

/** `webhooks list`, `webhooks add`, `webhooks change`, `webhooks test`, `webhooks pause`, `webhooks resume`, `webhooks delete` */
export function addWebhooks(program: Command): void {
  const webhooks = program.command("webhooks").description("manage the webhooks that events are sent to");
  const withJson = (command: Command) => command.option("--json", "print JSON");
  const forOne = (name: string, description: string) =>
    withJson(
      webhooks.command(name).description(description).argument("<id>", "its id, as shown by webhooks list"),
    );
  withJson(webhooks.command("list").description("list the webhooks")).action(listWebhooks);
  withJson(
    webhooks
      .command("add")
      .description("add a webhook; its secret is printed only once")
      .argument("<url>", "an https address")
      .requiredOption(
        "--kinds <list>",
        `what is sent, separated by commas: ${WEBHOOK_KINDS.join(", ")}`,
        kindList,
      ),
  ).action(addWebhook);
  forOne("change", "change the address of a webhook, or what is sent to it; its secret stays")
    .option("--url <url>", "an https address")
    .option("--kinds <list>", "what is sent, separated by commas", kindList)
    .action(changeWebhook);
  forOne("test", "send a test, also to a paused webhook, and wait for the answer").action(testWebhook);
  forOne("pause", "stop sending to a webhook").action((id: string, output: Output) =>
    changeState(id, "paused", output),
  );
  forOne("resume", "send to a paused or disabled webhook again").action((id: string, output: Output) =>
    changeState(id, "active", output),
  );
  forOne("delete", "delete a webhook with its log").action(deleteWebhook);
}

/** Runs a workflow as an administrator. */
async function run<T>(work: (actor: Actor) => Promise<Result<T, Failure>>): Promise<T> {
  const result = await withDatabase(async () => work(await findAdministrator()));
  if (result.ok) return result.value;
  if (result.error.kind === "not-found")
    throw new CommandError("No webhook has this id. List them: npm run obelus -- webhooks list");
  throw new CommandError(result.error.message);
}

const manage = () => import("@/lib/workflows/webhooks/manage-webhooks");

/** What of a webhook is printed, as the API names it. */
function present({ id, url, kinds, state, failingSince, createdAt, waiting }: Webhook) {
  return { id, url, kinds, state, failingSince, createdAt, waiting };
}

const print = (value: object) => console.log(JSON.stringify(value, null, 2));

async function listWebhooks({ json }: Output): Promise<void> {
  const webhooks = await run(async (actor) => (await manage()).listWebhooks(actor));
  if (json) return print(webhooks.map(present));
  if (webhooks.length === 0) console.error("There are no webhooks.");
  for (const { id, state, waiting, url, kinds } of webhooks)
    console.log([id, state, `${waiting} waiting`, url, kinds.join(",")].join("\t"));
}

async function addWebhook(url: string, { kinds, json }: Output & { kinds: WebhookKind[] }): Promise<void> {
  const { webhook, secret } = await run(async (actor) => (await manage()).addWebhook(actor, { url, kinds }));
  if (json) return print({ ...present(webhook), secret });
  console.error(`The webhook ${webhook.id} was added. Its secret is shown only once:`);
  console.log(secret);
}

async function changeWebhook(
  webhookId: string,
  { url, kinds, json }: Output & { url?: string; kinds?: WebhookKind[] },
): Promise<void> {
  if (url === undefined && kinds === undefined)
    throw new CommandError("Nothing was changed. Name what to change: --url, --kinds, or both.");
  const webhook = await run(async (actor) => {
    const { changeWebhook, listWebhooks } = await manage();
    const listed = await listWebhooks(actor);
    if (!listed.ok) return listed;
    const before = listed.value.find(({ id }) => id === webhookId);
    const from = { url: before?.url ?? "", kinds: [...(before?.kinds ?? [])] };
    return changeWebhook(actor, { webhookId, url: url ?? from.url, kinds: kinds ?? from.kinds, from });
  });
  if (json) return print(present(webhook));
  console.error("The webhook is changed.");
}

async function testWebhook(webhookId: string, { json }: Output): Promise<void> {
  const { status, failure, durationMs } = await run(async (actor) =>
    (await import("@/lib/webhook-delivery/send-now")).testWebhook(actor, { webhookId }),
  );
  if (json) print({ status, failure, durationMs });
  if (failure !== null) throw new CommandError(failure);
  if (!json) console.error(`The receiver answered with status ${status} after ${durationMs} ms.`);
}

async function changeState(webhookId: string, state: "active" | "paused", { json }: Output): Promise<void> {
  const webhook = await run(async (actor) =>
    (await manage()).changeWebhookState(actor, { webhookId, state }),
  );
  if (json) return print(present(webhook));
  console.error(state === "paused" ? "The webhook is paused." : "The webhook is active again.");
}

async function deleteWebhook(webhookId: string, { json }: Output): Promise<void> {
  await run(async (actor) => (await manage()).deleteWebhook(actor, { webhookId }));
  if (json) return print({ id: webhookId, deleted: true });
  console.error("The webhook is deleted.");
}
