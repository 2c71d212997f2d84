import { words } from "@/lib/words/words";

const t = words("signIn");

/**
 * Why signing in with a provider failed. Only known codes, ours or next-auth's, get a message of their own: the code comes from the address.
 * @param provider name of the provider, if known
 */
export function providerErrorMessage(
  code: string | string[] | undefined,
  provider: string | undefined,
): string | null {
  if (typeof code !== "string") return null;
  const values = { isKnown: provider !== undefined, provider };
  switch (code) {
    case "unknown":
      return t("error.unknown");
    case "unverified":
      return t("error.unverified", values);
    case "disabled":
      return t("error.disabled");
    case "tied-otherwise":
      return t("error.otherAccount", values);
    case "SessionRequired":
      return null;
    case "OAuthSignin":
    case "OAuthCallback":
    case "Callback":
      return t("error.provider");
    default:
      return t("error.failedUnexpectedly");
  }
}
