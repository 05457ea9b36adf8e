/** Where a VIEW_CONTAINER lies among the widgets around it. */
import type { WidgetNode } from '../types.ts';
import { numberOf } from '../values.ts';

function layerOf(node: WidgetNode): number {
  return node.kind === 'VIEW_CONTAINER' ? numberOf(node.props.z_index, 0) : 0;
}

/** The page of a swiper that a VIEW_CONTAINER is on: it lies that many pages further (widget/VIEW_CONTAINER.mdx, `page`). */
export function pageOf({ kind, props }: WidgetNode): number {
  return kind === 'VIEW_CONTAINER' ? numberOf(props.page, 0) : 0;
}

/** Widgets from the lowest to the topmost: in order of creation, with a VIEW_CONTAINER above others by its `z_index`. */
export function fromLowest<Node extends WidgetNode>(nodes: readonly Node[]): readonly Node[] {
  if (!nodes.some((node) => layerOf(node) !== 0)) return nodes;
  return nodes
    .map((node, index) => ({ node, index }))
    .sort((one, other) => layerOf(one.node) - layerOf(other.node) || one.index - other.index)
    .map(({ node }) => node);
}
