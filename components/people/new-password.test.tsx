// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { err, ok } from "@/lib/result";
import { NewPassword, type RenewPassword } from "./new-password";

let host: HTMLElement;
let unmount: () => void;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  act(() => unmount());
  host.remove();
  vi.unstubAllGlobals();
});

async function open(renew: RenewPassword): Promise<void> {
  const root = createRoot(host);
  unmount = () => root.unmount();
  await act(async () => root.render(<NewPassword person={{ id: "n", name: "Noor" }} renew={renew} />));
}

const button = (text: string) =>
  [...host.querySelectorAll("button")].find((each) => each.textContent?.startsWith(text));
const click = async (text: string) => act(async () => button(text)?.click());

test("asks first, then shows the one-time password once", async () => {
  const renew = vi.fn<RenewPassword>(async () => ok({ password: "abcde-fghjk" }));
  await open(renew);
  await click("New one-time password");
  expect(renew).not.toHaveBeenCalled();
  expect(host.textContent).toContain("their sessions end");
  await click("Create one-time password");
  expect(renew).toHaveBeenCalledExactlyOnceWith({ userId: "n" });
  const shown = host.querySelector<HTMLInputElement>('input[aria-label="One-time password for Noor"]');
  expect(shown?.value).toBe("abcde-fghjk");
  expect(button("Create one-time password")).toBeUndefined();
  await click("New one-time password");
  expect(host.querySelector("input")).toBeNull();
});

test("Cancel changes nothing", async () => {
  const renew = vi.fn<RenewPassword>();
  await open(renew);
  await click("New one-time password");
  await click("Cancel");
  expect(renew).not.toHaveBeenCalled();
  expect(button("Create one-time password")).toBeUndefined();
});

test("a refusal says why, and the question stays open", async () => {
  await open(async () => err({ kind: "invalid", message: "Passwords are turned off." }));
  await click("New one-time password");
  await click("Create one-time password");
  expect(host.textContent).toContain("Passwords are turned off.");
  expect(button("Create one-time password")).toBeDefined();
});
