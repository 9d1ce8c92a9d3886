import { Argument, type Command, type Run } from '../platform/command.ts';
import { channelInWords, channelNames, type ChannelName } from '../channels/index.ts';
import { operator } from '../platform/audit.ts';
import type { Delivery } from './delivery.ts';

/** `caunoi drill block|unblock CHANNEL`: a channel falls silent on a running hub, to see where everybody ends. */
export function drillCommands(program: Command, run: Run<{ delivery: Delivery }>): void {
  const group = program
    .command('drill')
    .description('Try out, on a running hub, that a channel falls silent');
  const channel = () => new Argument('<channel>', 'such as telegram').choices(channelNames);

  group
    .command('block')
    .description('Make a channel a black hole: nobody is asked on it, and no answer comes')
    .addArgument(channel())
    .action(async (name: ChannelName) => {
      await run(
        ({ delivery }) => delivery.drillChannel(operator, name, 'blocked'),
        (_, say) => say('cli-drill-blocked', { channel: channelInWords(name, say) }),
      );
    });

  group
    .command('unblock')
    .description('End the drill: what was waiting goes')
    .addArgument(channel())
    .action(async (name: ChannelName) => {
      await run(
        ({ delivery }) => delivery.drillChannel(operator, name, 'unblocked'),
        (_, say) => say('cli-drill-unblocked', { channel: channelInWords(name, say) }),
      );
    });
}
