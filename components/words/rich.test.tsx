import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { makeTranslator } from "@/lib/words/translator";
import { rich } from "./rich";

test("rich puts elements into a message, and needs no keys", () => {
  const t = makeTranslator("en", { signedIn: "{name} signed in {time}. <link>Sign out</link>" });
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const message = rich(t, "signedIn", {
    name: "Ada",
    time: <time>today</time>,
    link: (text) => <a href="/out">{text}</a>,
  });
  expect(renderToStaticMarkup(<p>{message}</p>)).toBe(
    '<p>Ada signed in <time>today</time>. <a href="/out">Sign out</a></p>',
  );
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});
