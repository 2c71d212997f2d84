import { type Command, InvalidArgumentError, Option } from "commander";
import { CommandError } from "../command-error";
import { withDatabase } from "../with-database";

function wholeDays(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError("Give whole days: 90.");
  return Number(value);
}

/** `token create`, `token list`, `token revoke` */
export function addToken(program: Command): void {
  const token = program.command("token").description("look after the tokens by which programs use the API");
  token
    .command("create")
    .description("make a token that acts as a person; it is printed this once")
    .requiredOption("--email <email>", "whom it acts as")
    .requiredOption("--name <name>", "what uses it")
    .addOption(new Option("--scope <scope>", "what it may do").choices(["read", "write"]).default("read"))
    .option("--expires <days>", "after how many days it ends; never where it is left out", wholeDays)
    .action(createToken);
  token
    .command("list")
    .description("list the tokens that were not revoked")
    .option("--email <email>", "only those that act as this person")
    .action(listTokens);
  token
    .command("revoke")
    .description("end a token at once")
    .argument("<id>", "its id, as token list prints it")
    .action(revokeToken);
}

interface CreateOptions {
  email: string;
  name: string;
  scope: "read" | "write";
  expires?: number;
}

async function createToken({ email, name, scope, expires }: CreateOptions): Promise<void> {
  const made = await withDatabase(async () => {
    const workflows = await import("@/lib/workflows/people/api-tokens");
    return workflows.createToken(await personOf(email), { name, scope, expiresInDays: expires ?? null });
  });
  if (!made.ok) throw new CommandError(made.error.message);
  const { expiresAt } = made.value.kept;
  const end = expiresAt ? `until ${expiresAt.slice(0, 10)}` : "until it is revoked";
  console.error(`This token acts as ${email} (${scope}) ${end}. It is shown this once:`);
  console.log(made.value.token);
}

async function listTokens({ email }: { email?: string }): Promise<void> {
  const tokens = await withDatabase(async () => {
    const { listTokens: list } = await import("../../../lib/db/api-tokens");
    return list(email === undefined ? undefined : (await personOf(email)).id);
  });
  if (tokens.length === 0) console.error("There are no tokens.");
  for (const { id, prefix, scope, ownerEmail, state, lastUsedAt, expiresAt, name } of tokens)
    console.log(
      [
        id,
        `${prefix}…`,
        scope,
        ownerEmail,
        state === "expired" ? "expired" : `expires ${expiresAt?.slice(0, 10) ?? "never"}`,
        `used ${lastUsedAt?.slice(0, 16) ?? "never"}`,
        name,
      ].join("\t"),
    );
}

async function revokeToken(id: string): Promise<void> {
  const revoked = await withDatabase(async () => {
    const { findToken } = await import("../../../lib/db/api-tokens");
    const { findUser } = await import("../../../lib/db/users");
    const workflows = await import("@/lib/workflows/people/api-tokens");
    const token = await findToken(id);
    const owner = token && (await findUser(token.ownerId));
    if (!owner) throw new CommandError(`There is no token ${id}. obelus token list shows them.`);
    return workflows.revokeToken(owner, { tokenId: id });
  });
  if (!revoked.ok) throw new CommandError(revoked.error.message);
  console.error("The token is revoked.");
}

async function personOf(email: string) {
  const { findUserByEmail } = await import("../../../lib/db/users");
  const user = await findUserByEmail(email);
  if (!user || user.disabled)
    throw new CommandError(`Nobody signs in as ${email}. Give the address of a person of the desk.`);
  return user;
}
