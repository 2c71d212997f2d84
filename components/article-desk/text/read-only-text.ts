import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

/**
 * Lets one select by mouse, touch and keyboard as in any editor, and changes nothing: marking a claim must not touch the article's
 * text. (An editor that is not editable would have no caret for the keyboard.)
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
          // The article's own links would lead away from what is being typed.
          click: (_, event) => {
            if (event.target instanceof Element && event.target.closest("a")) event.preventDefault();
            return false;
          },
        },
      },
    }),
  ],
});
