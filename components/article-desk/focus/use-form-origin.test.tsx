// @vitest-environment jsdom
import { act, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import { useFormOrigin } from "./use-form-origin";

function Form({ claimId, opensByItself }: { claimId: string | null; opensByItself?: boolean }) {
  const origin = useFormOrigin(claimId, opensByItself);
  const field = useRef<HTMLInputElement>(null);
  // As the real form does.
  useEffect(() => field.current?.focus(), []);
  return <input ref={field} data-origin={origin} />;
}

function Page({ form }: { form: Parameters<typeof Form>[0] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" id="in-text" onClick={() => setOpen(true)} />
      <aside>
        <button type="button" id="in-list" onClick={() => setOpen(true)} />
        {isOpen && <Form {...form} />}
      </aside>
    </>
  );
}

test.each([
  { name: "an existing claim, from the list", from: "in-list", form: { claimId: "c" }, origin: "claim" },
  { name: "an existing claim, from the text", from: "in-text", form: { claimId: "c" }, origin: "text" },
  { name: "a new claim", from: "in-list", form: { claimId: null }, origin: "text" },
  {
    name: "one that came back",
    from: "in-list",
    form: { claimId: "c", opensByItself: true },
    origin: "text",
  },
])("$name belongs to the $origin, after the form has the focus as well", async ({ from, form, origin }) => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  await act(async () => root.render(<Page form={form} />));
  const opener = document.getElementById(from);
  opener?.focus();
  await act(async () => opener?.click());
  const field = host.querySelector("input");
  expect(document.activeElement).toBe(field);
  await act(async () => root.render(<Page form={{ ...form }} />));
  expect(field?.dataset.origin).toBe(origin);
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});
