import { UsageError } from '../output/operator-error.ts';
import type { Command } from './command.ts';

const usage = `Cách dùng: banhanh completion bash

In đoạn mã để bash tự gợi ý lệnh và tùy chọn. Dùng: eval "$(banhanh completion bash)", hoặc ghi vào ~/.bashrc.`;

/** `banhanh completion bash`: made of the commands and of the options that their help names. */
export function completionCommand(usages: () => Promise<ReadonlyMap<string, string>>): Command {
  return {
    usage,
    run: async ([shell]) => {
      if (shell !== 'bash') throw new UsageError('Chỉ có “completion bash”.');
      console.log(bashScript(await usages()));
      return 0;
    },
  };
}

/** A function for bash's `complete`: commands first, then the options of the command that was typed. */
export function bashScript(usages: ReadonlyMap<string, string>): string {
  const cases = [...usages].map(([name, text]) => {
    const options = new Set(text.match(/--[a-z][a-z-]+/g) ?? []);
    return `    ${name}) words="${[...options].sort().join(' ')}" ;;`;
  });
  return `_banhanh() {
  local words
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="" ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && words="help ${[...usages.keys()].join(' ')}"
  if [[ "\${COMP_WORDS[COMP_CWORD]}" == -* || "$COMP_CWORD" -eq 1 ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
  fi
}
complete -F _banhanh banhanh`;
}
