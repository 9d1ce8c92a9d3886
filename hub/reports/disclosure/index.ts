export { disclose } from './disclosing.ts';
export { countedStates } from './tree.ts';
export {
  together,
  type Bounds,
  type Cell,
  type CountedState,
  type Fact,
  type Together,
  type UnitFigures,
  type UnitOfTree,
} from './facts.ts';
export { meanPlace, rowsApart, showPlaces, showSeveral, showText, tellApart } from './tally.ts';
