/**
 * An invisible area that takes touches. It is a BUTTON with a transparent picture, because one published app reports that a
 * FILL_RECT never receives a touch (`docs/evidence.md`, E60).
 */
import { widget } from '@zos/ui';
import type { Rect } from '../../utils/core/layout/screen.ts';
import { makeWidget, type Widget } from './parts.ts';

export interface TouchActions {
  readonly click_func?: () => void;
  readonly longpress_func?: () => void;
}

export function touchPane(area: Rect, actions: TouchActions): Widget {
  const look = { ...area, text: '', normal_src: 'clear.png', press_src: 'clear.png' };
  return makeWidget(widget.BUTTON, { ...look, ...actions });
}
