// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import type { DocumentNode } from "@/lib/document/document";
import { PreviewEditor } from "./preview-editor";

const paragraph = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });

test("the line that became the title can be put back into the text, once", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  const onChange = vi.fn();
  await act(async () =>
    root.render(
      <PreviewEditor
        label="Text"
        doc={{ type: "doc", content: [paragraph("The lake holds 4 billion litres.")] }}
        language="en"
        errors={undefined}
        takenLine="Water runs low"
        isReading={false}
        onChange={onChange}
        onPaste={() => {}}
      />,
    ),
  );
  const button = () =>
    [...host.querySelectorAll("button")].find(
      ({ textContent }) => textContent === "Put the title’s line back into the text",
    );
  await act(async () => button()?.click());
  expect(onChange).toHaveBeenLastCalledWith({
    type: "doc",
    content: [
      expect.objectContaining(paragraph("Water runs low")),
      expect.objectContaining(paragraph("The lake holds 4 billion litres.")),
    ],
  });
  expect(button()).toBeUndefined();
  await act(async () => root.unmount());
});
