// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { err, ok } from "@/lib/result";
import { type PersonActions, PersonItem } from "./person-item";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

let host: HTMLElement;
let unmount: () => void;
const actions = {
  changeRole: vi.fn<PersonActions["changeRole"]>(async () => ok(null)),
  disable: vi.fn<PersonActions["disable"]>(async () => ok(null)),
  endSessions: vi.fn<PersonActions["endSessions"]>(async () => ok(null)),
  resetSecondFactor: vi.fn<PersonActions["resetSecondFactor"]>(async () => ok(null)),
  renewPassword: vi.fn<PersonActions["renewPassword"]>(),
};
const noor = {
  id: "n",
  name: "Noor",
  email: "noor@example.org",
  role: "checker" as const,
  disabled: false,
  lastSignInAt: null,
  hasSecondFactor: true,
};

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  unmount = () => root.unmount();
  await act(async () =>
    root.render(<PersonItem person={noor} isSelf={false} passwordsOff={false} actions={actions} />),
  );
});
afterEach(() => {
  act(() => unmount());
  host.remove();
  localStorage.clear();
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

const button = (text: string) =>
  [...host.querySelectorAll("button")].find((each) => each.textContent?.startsWith(text));
const click = (text: string) => act(async () => button(text)?.click());
const choose = (role: string) =>
  act(async () => {
    const list = host.querySelector("select") as HTMLSelectElement;
    list.value = role;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  });
const said = () => host.querySelector("[role=status]")?.textContent;

test("a role is only saved by its button: the arrow keys pass others on the way", async () => {
  await choose("administrator");
  await choose("editor");
  expect(actions.changeRole).not.toHaveBeenCalled();
  await click("Change role");
  expect(actions.changeRole).toHaveBeenCalledExactlyOnceWith({ userId: "n", role: "editor" });
  expect(said()).toBe("Noor now has the role “Editor”.");
});

test("the role that the person has needs no saving", async () => {
  await choose("editor");
  await choose("checker");
  expect(button("Change role")).toBeUndefined();
});

test.each([
  ["Disable", "Noor can no longer sign in."],
  ["End sessions", "All sessions of Noor have ended."],
  ["Reset second factor", "Noor no longer has a second factor."],
])("%s says what it did", async (name, expected) => {
  expect(said()).toBe("");
  await click(name);
  expect(said()).toBe(expected);
  expect(refresh).toHaveBeenCalledOnce();
});

test("a refusal says why, beside the person, and the choice stays", async () => {
  actions.changeRole.mockResolvedValueOnce(
    err({ kind: "forbidden", message: "One administrator must be left." }),
  );
  await choose("editor");
  await click("Change role");
  expect(host.querySelector("[role=alert]")?.textContent).toBe("One administrator must be left.");
  expect(button("Change role")).toBeDefined();
});
