import { resolve } from "node:path";
import { z } from "zod";
import { readSignInSettings, type SignInSettings, signInVariables } from "./sign-in-settings";

/** Empty variables count as not set: `PORT=` in a file means no port. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** "07:00", or "07:00 Europe/Berlin". */
const digestAt = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d( \S+)?$/, "is not a time like 07:00 or 07:00 Europe/Berlin")
  .transform((value, context) => {
    const [time = "", timeZone] = value.split(" ");
    const [hour, minute] = time.split(":").map(Number) as [number, number];
    try {
      return {
        hour,
        minute,
        timeZone: new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone,
      };
    } catch {
      context.addIssue({
        code: "custom",
        message: "names an unknown time zone: use one like 07:00 Europe/Berlin",
      });
      return z.NEVER;
    }
  });

const schema = z.object({
  PORT: optional(
    z.coerce
      .number({ error: "is not a number" })
      .int("is not a whole number")
      .min(1, "is below 1")
      .max(65535, "is above 65535"),
  ),
  HOST: optional(z.string()),
  DATABASE_URL: optional(
    z
      .string()
      .regex(
        /^postgres(ql)?:\/\//,
        "does not begin with postgresql://. Obelus needs a Postgres, version 15 or newer",
      ),
  ),
  OBELUS_DATABASE_CONNECTIONS: optional(
    z.coerce
      .number({ error: "is not a number" })
      .int("is not a whole number")
      .min(4, "is below 4")
      .max(500, "is above 500"),
  ),
  OBELUS_DATA_DIR: optional(z.string()),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: "is not an http or https address" })),
  NEXTAUTH_SECRET: optional(z.string().min(32, "is shorter than 32 characters")),
  OBELUS_FETCH_ALLOW_HOSTS: optional(
    z
      .string()
      .regex(
        /^[\w.:[\], -]*$/,
        "is not a list of hosts separated by commas: intranet.example.org, 10.0.0.5:8080",
      ),
  ),
  OBELUS_SNAPSHOTS: optional(
    z.enum(["citing", "manual"], {
      error: "is neither “citing” (every cited page is saved) nor “manual”",
    }),
  ),
  OBELUS_WAYBACK_KEYS: optional(
    z
      .string()
      .regex(
        /^\w+:\w+$/,
        "is not an access key and a secret separated by a colon. Find both at https://archive.org/account/s3.php",
      ),
  ),
  OBELUS_WAYBACK_URL: optional(z.url({ protocol: /^https?$/, error: "is not an http or https address" })),
  OBELUS_IMAGE_HOSTS: optional(
    z
      .string()
      .regex(
        /^[\w., -]*$/,
        "is not a list of hosts separated by commas: images.example.org, www.example.org",
      ),
  ),
  OBELUS_SHARED_CACHE_SECONDS: optional(
    z.coerce
      .number({ error: "is not a number" })
      .int("is not a whole number")
      .min(0, "is below 0")
      .max(86_400, "is above 86400, a day"),
  ),
  OBELUS_DIGEST_AT: optional(digestAt),
  SMTP_URL: optional(
    z.string().regex(/^smtps?:\/\/[^\s/]/, "does not begin with smtp:// or smtps:// and a host"),
  ),
  MAIL_FROM: optional(
    z
      .string()
      .regex(
        /^([^<>\p{Cc}]*<[^<>@\s,]+@[^<>@\s,]+>|[^<>@\s,]+@[^<>@\s,]+)$/u,
        "is not a sender: desk@example.org, or Obelus <desk@example.org>",
      ),
  ),
  ...signInVariables,
});

/** Settings that only work together. */
const PAIRS = [
  ["SMTP_URL", "MAIL_FROM"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID"],
  ["OIDC_ISSUER", "OIDC_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
] as const;

/** A list of hosts, in lower case. */
const hostsOf = (list = "") =>
  list
    .split(",")
    .map((host) => host.trim().toLowerCase())
    .filter(Boolean);

export interface Env {
  port: number;
  /** Address that the server listens on. */
  host: string;
  /** Undefined when the embedded Postgres is used. */
  databaseUrl: string | undefined;
  /** The most connections to the database that this instance uses for requests. Jobs, live updates and health use up to eight more. */
  databaseConnections: number;
  /** Absolute path of the folder for everything that must persist. */
  dataDir: string;
  /** Where readers reach this installation, without a trailing slash. */
  publicUrl: string;
  /** Undefined when the one stored in the data folder is used. */
  nextAuthSecret: string | undefined;
  /** Hosts that the importer and webhooks can reach although their addresses are not public. */
  fetchAllowHosts: string[];
  /** Whether every cited page is saved and its link checked; otherwise pages are saved only on request. */
  snapshotsCitedPages: boolean;
  /** How the Wayback Machine is asked to save pages; undefined when it is not used. */
  wayback: { url: string; keys: string } | undefined;
  /** Hosts whose images public pages show; other images are described. */
  imageHosts: string[];
  /** For how long a shared cache, such as a CDN, answers with a public document without asking; 0 if it always asks. */
  sharedCacheSeconds: number;
  /** How mail is sent, and from which address; undefined when mail is off. */
  mail: { url: string; from: string } | undefined;
  /** When the daily mail with notifications is sent. */
  digestAt: { hour: number; minute: number; timeZone: string };
  /** How people can sign in, other than by password or mailed link. */
  signIn: SignInSettings;
}

/** A setting that cannot be used; the message names it and the reason. */
export class SettingError extends Error {
  override name = "SettingError";
}

/**
 * Reads the settings from environment variables.
 * @throws SettingError for the first setting that cannot be used.
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    throw new SettingError(
      `The setting ${name}=${redacted(name, variables[name])} ${issue?.message}. Change it or remove it.`,
    );
  }
  for (const [first, second] of PAIRS) {
    const [present, missing] = parsed.data[first] ? [first, second] : [second, first];
    if (parsed.data[present] && !parsed.data[missing])
      throw new SettingError(`${present} is set, but ${missing} is not. Set both, or neither.`);
  }
  const signIn = readSignInSettings(parsed.data);
  if (signIn.passwordsOff && signIn.providers.length === 0)
    throw new SettingError(
      "OBELUS_PASSWORDS=off leaves no way to sign in. Set a provider as well (OIDC_ISSUER, GOOGLE_CLIENT_ID or GITHUB_CLIENT_ID), or remove it.",
    );
  const { SMTP_URL: smtp, MAIL_FROM: from } = parsed.data;
  const port = parsed.data.PORT ?? 3000;
  return {
    port,
    host: parsed.data.HOST ?? "127.0.0.1",
    databaseUrl: parsed.data.DATABASE_URL,
    databaseConnections: parsed.data.OBELUS_DATABASE_CONNECTIONS ?? 20,
    dataDir: resolve(parsed.data.OBELUS_DATA_DIR ?? ".data"),
    publicUrl: (parsed.data.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, ""),
    nextAuthSecret: parsed.data.NEXTAUTH_SECRET,
    fetchAllowHosts: hostsOf(parsed.data.OBELUS_FETCH_ALLOW_HOSTS),
    snapshotsCitedPages: parsed.data.OBELUS_SNAPSHOTS !== "manual",
    wayback: parsed.data.OBELUS_WAYBACK_KEYS
      ? {
          url: (parsed.data.OBELUS_WAYBACK_URL ?? "https://web.archive.org").replace(/\/+$/, ""),
          keys: parsed.data.OBELUS_WAYBACK_KEYS,
        }
      : undefined,
    imageHosts: hostsOf(parsed.data.OBELUS_IMAGE_HOSTS),
    sharedCacheSeconds: parsed.data.OBELUS_SHARED_CACHE_SECONDS ?? 0,
    digestAt: parsed.data.OBELUS_DIGEST_AT ?? {
      hour: 7,
      minute: 0,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    mail: smtp && from ? { url: smtp, from } : undefined,
    signIn,
  };
}

/** A setting without its secrets: terminals are read over shoulders, and their output ends up in tickets. */
function redacted(name: string, value = ""): string {
  return name === "OBELUS_WAYBACK_KEYS" || name.endsWith("_SECRET")
    ? "…"
    : value.replace(/:\/\/[^/@]*@/, "://…@");
}

let parsedEnv: Env | undefined;

/** The settings of this process, parsed on first use. */
export function env(): Env {
  parsedEnv ??= parseEnv(process.env);
  return parsedEnv;
}

/** Makes the next use read the environment again. For tests, which share a process. */
export function forgetEnv(): void {
  parsedEnv = undefined;
}
