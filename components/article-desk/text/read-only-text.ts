import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

/**
 * Allows selecting by mouse, touch and keyboard, but blocks every edit, as marking claims must not change the
 * text. (TipTap's `editable: false` would also remove the cursor, which the keyboard needs.)
 */
export const readOnlyText = Extension.create({
  name: "readOnlyText",
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (transaction) => !transaction.docChanged,
      props: {
        handleTextInput: () => true,
        handlePaste: () => true,
        handleDrop: () => true,
        handleDOMEvents: {
          // ProseMirror would cancel keys that format or undo, which are commands here. (True: it ignores the event.)
          keydown: (_, event) =>
            (event.ctrlKey || event.metaKey || event.altKey) && [...event.key].length === 1,
          beforeinput: (_, event) => {
            event.preventDefault();
            return true;
          },
          cut: (_, event) => {
            event.preventDefault();
            return true;
          },
          dragstart: (_, event) => {
            event.preventDefault();
            return true;
          },
          // Following a link in the article would leave the page, and what is being typed.
          click: (_, event) => {
            if (event.target instanceof Element && event.target.closest("a")) event.preventDefault();
            return false;
          },
        },
      },
    }),
  ],
});
