export {
  openConsole,
  cookieOptions,
  sameSite,
  type Console,
  type FormVisit,
  type Viewer,
  type Visit,
} from './console.ts';
export { openAssets, type Assets } from './assets.ts';
export type { Page } from './document.tsx';
export { problemPage } from './problem-page.tsx';
export { signInPages } from './sign-in.tsx';
export { all, read, seeOther, type Download, type Fields, type SeeOther } from './forms.ts';
export { openFormTokens } from './form-tokens.ts';
export { deviceOf } from './device.ts';
export { useFrame, useSay, FrameContext, type Frame } from './context.ts';
export {
  Alert,
  Badge,
  Button,
  Buttons,
  Card,
  Check,
  Details,
  Empty,
  Facts,
  Field,
  FormTo,
  LinkButton,
  Live,
  More,
  PrintButton,
  Radios,
  SearchForm,
  Section,
  Select,
  Table,
  TextArea,
  type Choice,
  type Column,
} from './components.tsx';
