export { conversations, type Conversations } from './conversations.ts';
