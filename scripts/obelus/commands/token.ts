import { type Command, InvalidArgumentError, Option } from "commander";
import { API_SCOPES, type ApiScope, SCOPE_SETS } from "../../../lib/policies/api-scope";
import { CommandError } from "../command-error";
import { withDatabase } from "../with-database";

function wholeDays(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value))
    throw new InvalidArgumentError("Enter a whole number of days, such as 90.");
  return Number(value);
}

function scopeList(value: string): ApiScope[] {
  return value.split(",").map((each) => {
    const scope = API_SCOPES.find((known) => known === each.trim());
    if (scope) return scope;
    throw new InvalidArgumentError(`${each.trim() || "This"} is not a scope. Use ${API_SCOPES.join(", ")}.`);
  });
}

/** `token create`, `token list`, `token revoke` */
export function addToken(program: Command): void {
  const token = program.command("token").description("manage the tokens that programs use for the API");
  token
    .command("create")
    .description("create a token that acts for a user; it is printed only once")
    .requiredOption("--email <email>", "the user it acts for")
    .requiredOption("--name <name>", "the program that uses it")
    .addOption(
      new Option(
        "--scope <set>",
        `what it can do: ${Object.entries(SCOPE_SETS)
          .map(([name, scopes]) => `${name} (${scopes.join(", ")})`)
          .join(" or ")}`,
      )
        .choices(Object.keys(SCOPE_SETS))
        .default("read"),
    )
    .option(
      "--scopes <list>",
      `what it can do exactly, separated by commas: ${API_SCOPES.join(", ")}`,
      scopeList,
    )
    .option("--expires <days>", "days until it expires; default: never", wholeDays)
    .action(createToken);
  token
    .command("list")
    .description("list the tokens that have not been revoked")
    .option("--email <email>", "only tokens of this user")
    .action(listTokens);
  token
    .command("revoke")
    .description("revoke a token immediately")
    .argument("<id>", "its id, as shown by token list")
    .action(revokeToken);
}

interface CreateOptions {
  email: string;
  name: string;
  scope: keyof typeof SCOPE_SETS;
  scopes?: ApiScope[];
  expires?: number;
}

async function createToken({
  email,
  name,
  scope,
  scopes = [...SCOPE_SETS[scope]],
  expires,
}: CreateOptions): Promise<void> {
  const created = await withDatabase(async () => {
    const workflows = await import("@/lib/workflows/people/api-tokens");
    return workflows.createToken(await findOwner(email), { name, scopes, expiresInDays: expires ?? null });
  });
  if (!created.ok) throw new CommandError(created.error.message);
  const { expiresAt } = created.value.record;
  const end = expiresAt ? `until ${expiresAt.slice(0, 10)}` : "until it is revoked";
  console.error(
    `This token acts for ${email} (${created.value.record.scopes.join(", ")}) ${end}. It is shown only once:`,
  );
  console.log(created.value.token);
}

async function listTokens({ email }: { email?: string }): Promise<void> {
  const tokens = await withDatabase(async () => {
    const { listTokens: list } = await import("../../../lib/db/api-tokens");
    return list(email === undefined ? undefined : (await findOwner(email)).id);
  });
  if (tokens.length === 0) console.error("There are no tokens.");
  for (const { id, prefix, scopes, ownerEmail, state, lastUsedAt, expiresAt, name } of tokens)
    console.log(
      [
        id,
        `${prefix}…`,
        scopes.join(","),
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
    if (!owner) throw new CommandError(`No token has the id ${id}. List them: npm run obelus -- token list`);
    return workflows.revokeToken(owner, { tokenId: id });
  });
  if (!revoked.ok) throw new CommandError(revoked.error.message);
  console.error("The token is revoked.");
}

async function findOwner(email: string) {
  const { findUserByEmail } = await import("../../../lib/db/users");
  const user = await findUserByEmail(email);
  if (!user || user.disabled)
    throw new CommandError(`No active user has the address ${email}. Check the address.`);
  return user;
}
