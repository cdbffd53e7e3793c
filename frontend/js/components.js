// The behaviour of the govuk-frontend components that our pages use, and of no others.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
  Tabs,
} from "govuk-frontend";

const used = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
  Tabs,
];

function begin(Component, element) {
  if (element.hasAttribute(`data-${Component.moduleName}-init`)) return;
  new Component(element);
}

/** Starts every component in `scope` (a page or a part of it) that has not been started. */
export function start(scope) {
  for (const Component of used) {
    const name = `[data-module="${Component.moduleName}"]`;
    if (scope.matches?.(name)) begin(Component, scope);
    for (const element of scope.querySelectorAll(name)) begin(Component, element);
  }
}
