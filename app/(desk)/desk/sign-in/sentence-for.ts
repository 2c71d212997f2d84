/** What went wrong on the way through a provider, as a sentence. The code is ours or next-auth's; nothing else is shown. */
export function sentenceFor(
  code: string | string[] | undefined,
  provider: string | undefined,
): string | null {
  if (typeof code !== "string") return null;
  const who = provider ?? "The provider";
  switch (code) {
    case "unknown":
      return "Your address is neither registered nor invited here. Ask an administrator of your desk for an invitation.";
    case "unverified":
      return `${who} does not say that your address is verified. Verify it there, then try again.`;
    case "disabled":
      return "Your account at this desk is disabled. Ask an administrator.";
    case "tied-otherwise":
      return `You signed in with another account of ${provider ?? "this provider"} before. Use that one, or unlink it under “Your account”.`;
    case "SessionRequired":
      return null;
    case "OAuthSignin":
    case "OAuthCallback":
    case "Callback":
      return "Signing in there did not work, or was given up. Try again, or come in another way.";
    default:
      return "Signing in did not work. Try again; if it stays so, ask an administrator.";
  }
}
