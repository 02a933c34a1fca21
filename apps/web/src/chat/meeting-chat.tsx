import { MessageSquare } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { later } from '../app/later.tsx';
import { useText } from '../app/text.tsx';
import { useMe, useMeeting } from '../live/index.ts';
import { Button } from '../ui/index.ts';
import { unread } from './channel.ts';
import type { OpenChannel } from './open-channel.ts';
import { useChannel, useChannelNow } from './use-channel.ts';
import { hasChat } from './who.ts';

type ChatContext = {
  readonly channel: OpenChannel;
  readonly isShown: boolean;
  readonly show: (on: boolean) => void;
  /** Whether panel or button takes the focus: once, when it was opened or closed, and not when it comes back after a vote. */
  readonly takesFocus: () => boolean;
};

const Chat = createContext<ChatContext | undefined>(undefined);

const ChatPanel = later('inside', async () => (await import('./chat-panel.tsx')).ChatPanel);

/** The meeting's chat for everything inside, where the body has decided to have one. Inside <LiveMeeting>. */
export function MeetingChat({ children }: { readonly children: ReactNode }) {
  const me = useMe()?.person;
  const isOn = useMeeting(useCallback((now) => me !== undefined && hasChat(now, me), [me]));
  const channel = useChannel('meeting', me, isOn);
  const [isShown, setShown] = useState(false);
  const isAsked = useRef(false);
  const value = useMemo((): ChatContext | undefined => {
    if (channel === undefined) return undefined;
    const show = (on: boolean): void => {
      isAsked.current = true;
      setShown(on);
    };
    const takesFocus = (): boolean => {
      const asked = isAsked.current;
      isAsked.current = false;
      return asked;
    };
    return { channel, isShown, show, takesFocus };
  }, [channel, isShown]);
  return <Chat value={value}>{children}</Chat>;
}

/** Whether the panel is to be seen where the screen has room for it. */
export function useChatShown(): boolean {
  return useContext(Chat)?.isShown ?? false;
}

/** The one button of the chat, with how much is new. Nothing where there is no chat. */
export function ChatButton() {
  const t = useText();
  const chat = useContext(Chat);
  const me = useMe()?.person;
  const now = useChannelNow(chat?.channel);
  const button = useRef<HTMLButtonElement>(null);
  const isShown = chat?.isShown;
  useEffect(() => {
    if (isShown === false && chat?.takesFocus() === true) button.current?.focus();
  }, [chat, isShown]);
  if (chat === undefined || me === undefined) return null;
  const count = chat.isShown ? 0 : unread(now, me);
  return (
    <Button ref={button} size="s" icon={MessageSquare} expanded={chat.isShown} onPress={() => chat.show(!chat.isShown)}>
      {t('member.chat', { count })}
    </Button>
  );
}

/** The panel, where the screen has put it. Nothing while it is closed. */
export function ChatHere() {
  const chat = useContext(Chat);
  if (chat?.isShown !== true) return null;
  return <ChatPanel channel={chat.channel} onClose={() => chat.show(false)} takesFocus={chat.takesFocus} />;
}
