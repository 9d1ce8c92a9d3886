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
export { documentOf, type Page } from './document.tsx';
export { type PlainPage } from './plain/document.tsx';
export { untraced, type PlainProblem } from './plain/untraced.ts';
export { problemPage } from './problem-page.tsx';
export { signInPages } from './sign-in.tsx';
export { Problem, refusedIn, type Refused } from './refused.tsx';
export {
  all,
  read,
  seeOther,
  word,
  type Download,
  type Fields,
  type ForScript,
  type SeeOther,
} from './forms.ts';
export { openFormTokens } from './form-tokens.ts';
export { alertData, AlertSwitch, type AlertSwitchFacts } from './alert-switch.tsx';
export { CountBar } from './count-bar.tsx';
export { QrCode } from './qr.tsx';
export { deviceOf } from './device.ts';
export { useFrame, useSay, FrameContext, type Frame } from './context.ts';
export {
  Alert,
  Badge,
  Button,
  Buttons,
  Card,
  Details,
  Empty,
  Facts,
  LinkButton,
  Live,
  More,
  PrintButton,
  Section,
  Table,
  type Column,
} from './components.tsx';
export {
  Check,
  DayField,
  Field,
  FormTo,
  Radios,
  SearchForm,
  Select,
  TextArea,
  TimeField,
  type Choice,
} from './form-components.tsx';
