<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Action</name>
    <message>
        <source>不处理</source>
        <translation>No action</translation>
    </message>
    <message>
        <source>告知并移到自由群</source>
        <translation>Notice, free group</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>暂时移出</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>移出</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>Warn</translation>
    </message>
    <message>
        <source>记罚款或红包</source>
        <translation>record a fine or red packet</translation>
    </message>
    <message>
        <source>请其致歉</source>
        <translation>Ask for an apology</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>打开数据文件夹</source>
        <translation>Open the data folder</translation>
    </message>
    <message>
        <source>数据文件夹：{folder}</source>
        <translation>Data folder: {folder}</translation>
    </message>
    <message>
        <source>窗口已收进托盘，快捷键照常可用；要退出，请用托盘菜单里的「退出」。</source>
        <translation>The window went to the tray and the shortcut still works. To quit, use “Quit” in the tray menu.</translation>
    </message>
    <message>
        <source>群管助手</source>
        <translation>Group Moderator</translation>
    </message>
    <message>
        <source>群管助手没能启动</source>
        <translation>Group Moderator could not start</translation>
    </message>
    <message>
        <source>群管助手还在这里</source>
        <translation>Group Moderator is still here</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>{group} {count} 人</source>
        <translation>{group} {count}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>today {time}</translation>
    </message>
    <message>
        <source>全部回到这份备份（{made}）的样子：名单、记录、群、告知、群规和设置。{difference}现在的样子会先备份。</source>
        <translation>Everything goes back to how it was at {made}: lists, record, groups, notices, rules and settings. {difference} What is here now is backed up first.</translation>
    </message>
    <message>
        <source>升级前</source>
        <translation>before an upgrade</translation>
    </message>
    <message>
        <source>合并前</source>
        <translation>before a merge</translation>
    </message>
    <message>
        <source>名单：{members}。</source>
        <translation> Members: {members}.</translation>
    </message>
    <message>
        <source>后来记下的 {count} 条会失去</source>
        <translation>{count} {count:entry|entries} recorded since would be lost</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>导入前</source>
        <translation>before an import</translation>
    </message>
    <message>
        <source>已恢复到 {made} 的备份</source>
        <translation>Restored the backup of {made}</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>恢复到这一份…</source>
        <translation>Restore this one…</translation>
    </message>
    <message>
        <source>恢复到这一份：{changes}。</source>
        <translation>If you restore it: {changes}.</translation>
    </message>
    <message>
        <source>恢复前</source>
        <translation>before a restore</translation>
    </message>
    <message>
        <source>恢复备份</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>手动</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>昨天 {time}</source>
        <translation>yesterday {time}</translation>
    </message>
    <message>
        <source>正在和现在比较…</source>
        <translation>Comparing with what is here now…</translation>
    </message>
    <message>
        <source>正在备份…</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <source>正在恢复…</source>
        <translation>Restoring…</translation>
    </message>
    <message>
        <source>每天第一次记录时会自动备份，也可以现在备份一份。</source>
        <translation>A backup is made with the first entry of each day; you can make one now as well.</translation>
    </message>
    <message>
        <source>每日</source>
        <translation>daily</translation>
    </message>
    <message>
        <source>没有比较完。</source>
        <translation>Not compared to the end.</translation>
    </message>
    <message>
        <source>没有记录</source>
        <translation>none</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>现在没有的 {count} 条会回来</source>
        <translation>{count} {count:entry|entries} missing now would come back</translation>
    </message>
    <message>
        <source>要回到恢复前的样子，撤销这一步即可；那时的样子也备份了。</source>
        <translation>To have it as it was before, undo this step; a backup of that was made too.</translation>
    </message>
    <message>
        <source>记录 {count} 条，最后一条 {last}。</source>
        <translation>{count} {count:entry|entries}, the last one {last}.</translation>
    </message>
    <message>
        <source>记录和现在一样。</source>
        <translation>The record is the same as now.</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backups yet</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>★或☆</source>
        <translation>★ or ☆</translation>
    </message>
    <message>
        <source>任教科目</source>
        <translation>subject</translation>
    </message>
    <message>
        <source>公司</source>
        <translation>company</translation>
    </message>
    <message>
        <source>公司+部门职务+姓名</source>
        <translation>company+post+name</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>employer</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>region</translation>
    </message>
    <message>
        <source>地区-姓名</source>
        <translation>region-name</translation>
    </message>
    <message>
        <source>城市</source>
        <translation>town</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>name</translation>
    </message>
    <message>
        <source>姓名-职业或单位-城市</source>
        <translation>name-profession or employer-city</translation>
    </message>
    <message>
        <source>学生姓名</source>
        <translation>pupil&apos;s name</translation>
    </message>
    <message>
        <source>房号</source>
        <translation>flat</translation>
    </message>
    <message>
        <source>昵称</source>
        <translation>nickname</translation>
    </message>
    <message>
        <source>昵称+★（男）或☆（女）+标签</source>
        <translation>nickname+★ (man) or ☆ (woman)+tag</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>tag</translation>
    </message>
    <message>
        <source>楼号#房号@称呼</source>
        <translation>building#flat@name</translation>
    </message>
    <message>
        <source>班级</source>
        <translation>class</translation>
    </message>
    <message>
        <source>班级+学生姓名+称谓，老师写姓名（班级+科目）</source>
        <translation>class+pupil+relation; teachers: name (class+subject)</translation>
    </message>
    <message>
        <source>真实姓名</source>
        <translation>real name</translation>
    </message>
    <message>
        <source>称谓</source>
        <translation>relation</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>post</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>department</translation>
    </message>
    <message>
        <source>部门+姓名</source>
        <translation>department+name</translation>
    </message>
    <message>
        <source>部门-姓名</source>
        <translation>department-name</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>{count} 字</source>
        <translation>{count} {count:character|characters}</translation>
    </message>
    <message>
        <source>所有文件（*）</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>打不开这个文件：{why}。</source>
        <translation>This file cannot be opened: {why}.</translation>
    </message>
    <message>
        <source>把微信里的一条消息或一段聊天记录粘贴到这里</source>
        <translation>Paste a message or a piece of chat from WeChat here</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>打开文件…</source>
        <translation>Open file…</translation>
    </message>
    <message>
        <source>文字、聊天记录、图片都可以；图片也可以拖进来，会找出里面的二维码。</source>
        <translation>Text, a chat log or a picture. You can also drag pictures in: QR codes in them are found.</translation>
    </message>
    <message>
        <source>文本和图片（*.txt *.md *.csv *.png *.jpg *.jpeg *.gif *.bmp *.webp）</source>
        <translation>Text and pictures (*.txt *.md *.csv *.png *.jpg *.jpeg *.gif *.bmp *.webp)</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>移除图片</source>
        <translation>Remove picture</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>粘贴即查</source>
        <translation>Checked as you paste</translation>
    </message>
    <message>
        <source>要检查的文字</source>
        <translation>Text to be checked</translation>
    </message>
    <message>
        <source>试试示例</source>
        <translation>Try a sample</translation>
    </message>
    <message>
        <source>这个文件不是文本。请打开 UTF-8 或 GB18030 编码的文本文件。</source>
        <translation>This file is not text. Open a text file in UTF-8 or GB18030.</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>- {file}（{size}）：{count} 个码</source>
        <translation>- {file} ({size}): codes found: {count}</translation>
    </message>
    <message>
        <source>- {file}（{size}）：没有找到二维码或条码</source>
        <translation>- {file} ({size}): no QR code or bar code found</translation>
    </message>
    <message>
        <source>- 反面迹象：{why}</source>
        <translation>- Speaks against it: {why}</translation>
    </message>
    <message>
        <source>- 只观察，不计：{title}：{why}</source>
        <translation>- Only watched, does not count: {title}: {why}</translation>
    </message>
    <message>
        <source>.json 里连同检查过的消息</source>
        <translation>In the .json, the checked messages as well</translation>
    </message>
    <message>
        <source>YAML 文件</source>
        <translation>YAML file</translation>
    </message>
    <message>
        <source>codes 应当是一列文字。</source>
        <translation>codes should be a list of texts.</translation>
    </message>
    <message>
        <source>context 应当是一列对象，各有 member、text、at。</source>
        <translation>context must be a list of objects with member, text and at.</translation>
    </message>
    <message>
        <source>export 写的 .json</source>
        <translation>A .json written by export</translation>
    </message>
    <message>
        <source>log 里的编号，或它的开头；不写就是最后一次</source>
        <translation>The ID in the log, or its beginning; without it, the last action</translation>
    </message>
    <message>
        <source>role 不能是「{value}」，可以是 {known}。</source>
        <translation>role cannot be “{value}”; it can be {known}.</translation>
    </message>
    <message>
        <source>strikes 要是 0 到 {most} 的整数，这里是 {value}。</source>
        <translation>strikes must be a whole number from 0 to {most}; this is {value}.</translation>
    </message>
    <message>
        <source>txt、聊天记录、JSONL 或 CSV，不写就用历史</source>
        <translation>txt, a conversation, JSONL or CSV; the history where none is given</translation>
    </message>
    <message>
        <source>xlsx、csv、txt，或粘贴的名单；- 为标准输入</source>
        <translation>xlsx, csv, txt or a pasted list; - for standard input</translation>
    </message>
    <message>
        <source>{clause}：不应查出却查出了：{text}</source>
        <translation>{clause}: should pass, was caught: {text}</translation>
    </message>
    <message>
        <source>{clause}：应当查出而没有：{text}</source>
        <translation>{clause}: should be caught, passed: {text}</translation>
    </message>
    <message>
        <source>{count} 位成员</source>
        <translation>{count} {count:member|members}</translation>
    </message>
    <message>
        <source>{count} 处改得不同，请看 conflicts。</source>
        <translation>{count} {count:field was|fields were} changed differently: see conflicts.</translation>
    </message>
    <message>
        <source>{count} 处有错</source>
        <translation>{count} {count:problem|problems}</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>{count} {count:clause|clauses}</translation>
    </message>
    <message>
        <source>{count} 次</source>
        <translation>{count} {count:strike|strikes}</translation>
    </message>
    <message>
        <source>{day} 前改好</source>
        <translation>due by {day}</translation>
    </message>
    <message>
        <source>{day} 已交</source>
        <translation>paid on {day}</translation>
    </message>
    <message>
        <source>{file} 的结尾要是 .json、.csv 或 .xlsx。</source>
        <translation>{file} must end in .json, .csv or .xlsx.</translation>
    </message>
    <message>
        <source>{file}：没有问题，共 {clauses} 条。</source>
        <translation>{file}: no problem, {clauses} clauses.</translation>
    </message>
    <message>
        <source>{group}：新 {new} 条，已有 {known} 条</source>
        <translation>{group}: {new} new, {known} known</translation>
    </message>
    <message>
        <source>{key} 应当是名字，或带 name、role、strikes 的对象。</source>
        <translation>{key} must be a name, or an object with name, role and strikes.</translation>
    </message>
    <message>
        <source>{key} 应当是文字。</source>
        <translation>{key} must be text.</translation>
    </message>
    <message>
        <source>{made} 写的记录：新的 {new} 条，已有 {known} 条。</source>
        <translation>A record written on {made}: {new} new, {known} known already.</translation>
    </message>
    <message>
        <source>{minutes} 分钟前已经处理过：{notice}</source>
        <translation>Already handled {minutes} min ago: {notice}</translation>
    </message>
    <message>
        <source>{moderator}的（theirs）：{value}</source>
        <translation>{moderator} (theirs): {value}</translation>
    </message>
    <message>
        <source>{name}，这里有 {count} 条记录（一并删除写 --erase {name}，这里保留写 --keep {name}）</source>
        <translation>{name}, {count} {count:entry|entries} here (to delete them too: --erase {name}; to keep them here: --keep {name})</translation>
    </message>
    <message>
        <source>{name}：已 {had} 次，本次第 {number} 次：{action}</source>
        <translation>{name}: {had} {had:strike|strikes} so far, now the number {number}: {action}</translation>
    </message>
    <message>
        <source>{parts}；共 {score}，{threshold} 起算</source>
        <translation>{parts}; {score} in all, counts from {threshold}</translation>
    </message>
    <message>
        <source>{read} {total} 条，会查出 {flagged} 条。</source>
        <translation>{read}: would flag {flagged} of {total}.</translation>
    </message>
    <message>
        <source>{title}：查出 {hits}，处理 {confirmed}，放过 {passed}，误判 {misjudged}，观察到 {watched}</source>
        <translation>{title}: found {hits}, handled {confirmed}, passed {passed}, misjudged {misjudged}, watched {watched}</translation>
    </message>
    <message>
        <source>{until} 已过时限</source>
        <translation>overdue since {until}</translation>
    </message>
    <message>
        <source>{what} {count} 位：{names}</source>
        <translation>{what} {count}: {names}</translation>
    </message>
    <message>
        <source>{what}。现在计 {count} 次。</source>
        <translation>{what}. Strikes now: {count}.</translation>
    </message>
    <message>
        <source>{where} 不能和 {what} 同时用。</source>
        <translation>{where} cannot be used together with {what}.</translation>
    </message>
    <message>
        <source>{where} 不能是 {what}。</source>
        <translation>{where} cannot be {what}.</translation>
    </message>
    <message>
        <source>{where} 不能是 {what}，可以是：{known}。</source>
        <translation>{where} cannot be {what}; it can be: {known}.</translation>
    </message>
    <message>
        <source>{where} 后面还缺内容。</source>
        <translation>{where} needs a value.</translation>
    </message>
    <message>
        <source>……另有 {count} 条</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <source>……另有 {count} 行</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>「{name}」有 {count} 项，请写编号的开头几位。</source>
        <translation>There are {count} for “{name}”. Write the first characters of the ID.</translation>
    </message>
    <message>
        <source>「{value}」不是 ISO 8601 的时间，例如 2026-03-01T09:30:00。</source>
        <translation>“{value}” is not an ISO 8601 time such as 2026-03-01T09:30:00.</translation>
    </message>
    <message>
        <source>「{value}」不是日期，例如 2026-03-01。</source>
        <translation>“{value}” is no date, such as 2026-03-01.</translation>
    </message>
    <message>
        <source>「{value}」不能用在这一项：数字写数字，开关写 true 或 false。</source>
        <translation>“{value}” does not fit this setting: write a number for a number, true or false for a switch.</translation>
    </message>
    <message>
        <source>一次只能定一条消息，这里有 {count} 条。请只给要定的那一条。</source>
        <translation>One message at a time can be decided; this holds {count}. Please give only the one that is meant.</translation>
    </message>
    <message>
        <source>下一次：{step}</source>
        <translation>Next: {step}</translation>
    </message>
    <message>
        <source>不再查出 {count} 条：</source>
        <translation>No longer flagged, {count}:</translation>
    </message>
    <message>
        <source>不再询问</source>
        <translation>Do not ask</translation>
    </message>
    <message>
        <source>不再连起来</source>
        <translation>Take the link back</translation>
    </message>
    <message>
        <source>不导入这一行，可以写多次</source>
        <translation>Leave this row out; may be repeated</translation>
    </message>
    <message>
        <source>不是同一个人，以后不再问</source>
        <translation>not the same person; do not ask again</translation>
    </message>
    <message>
        <source>不认得 {what}。</source>
        <translation>Unknown: {what}.</translation>
    </message>
    <message>
        <source>与 {at} {name}的消息 {percent} % 相同</source>
        <translation>{percent}% the same as a message of {at} by {name}</translation>
    </message>
    <message>
        <source>与 {at} {name}的消息 {percent} % 相同，当时按「{rule}」处理</source>
        <translation>{percent}% the same as a message of {at} by {name}, then handled as {rule}</translation>
    </message>
    <message>
        <source>与 {at} {name}的消息 {percent} % 相同，当时放过了</source>
        <translation>{percent}% the same as a message of {at} by {name}, which was let pass</translation>
    </message>
    <message>
        <source>两个群里的两位是同一个人：次数分开算</source>
        <translation>Two members in two groups are one person; their strikes count apart</translation>
    </message>
    <message>
        <source>两位管理员改得不同的资料</source>
        <translation>What two moderators changed differently</translation>
    </message>
    <message>
        <source>两种写法里选定一种</source>
        <translation>Choose one of two values</translation>
    </message>
    <message>
        <source>两边的这位是同一个人，可以写多次</source>
        <translation>This member is one person on both sides; may be repeated</translation>
    </message>
    <message>
        <source>为哪一次，记录的编号</source>
        <translation>For which strike, by its ID</translation>
    </message>
    <message>
        <source>举报人，不会进入任何导出和告知</source>
        <translation>Who reported; in no export and no notice</translation>
    </message>
    <message>
        <source>举报人：{name}（只在这里看得到）</source>
        <translation>reported by {name} (shown only here)</translation>
    </message>
    <message>
        <source>举报的话；写 - 就读标准输入</source>
        <translation>What was reported; - reads standard input</translation>
    </message>
    <message>
        <source>举报：{count}（reports）</source>
        <translation>Reports: {count} (reports)</translation>
    </message>
    <message>
        <source>什么时候发的</source>
        <translation>when it was sent</translation>
    </message>
    <message>
        <source>从名单移除，记录保留</source>
        <translation>take a member off the list, keep the record</translation>
    </message>
    <message>
        <source>从哪一天起</source>
        <translation>From this day on</translation>
    </message>
    <message>
        <source>以 JSON 回答</source>
        <translation>answer with JSON</translation>
    </message>
    <message>
        <source>会查出：</source>
        <translation>Would be flagged:</translation>
    </message>
    <message>
        <source>作废一次记录，记录和原因都保留</source>
        <translation>void a strike; it stays in the record with the reason</translation>
    </message>
    <message>
        <source>修改一个群，写空的就清空这一项</source>
        <translation>Change a group; an empty text clears that field</translation>
    </message>
    <message>
        <source>修改一条，例句通过才保存</source>
        <translation>change a clause; kept only where its examples hold</translation>
    </message>
    <message>
        <source>修改成员的资料</source>
        <translation>change what is known of a member</translation>
    </message>
    <message>
        <source>全部记录，新的在前</source>
        <translation>The whole record, newest first</translation>
    </message>
    <message>
        <source>共 {all} 个例子，{failed} 个不通过。</source>
        <translation>{all} examples, {failed} failed.</translation>
    </message>
    <message>
        <source>共 {messages} 条消息，{violations} 位违规，{unsure} 位拿不准。</source>
        <translation>Messages: {messages}. People in violation: {violations}, unsure: {unsure}.</translation>
    </message>
    <message>
        <source>其中您放过的 {count} 条：</source>
        <translation>Of these you had passed {count}:</translation>
    </message>
    <message>
        <source>其中撤销了这里的 {count} 步。</source>
        <translation>{count} {count:step|steps} done here {count:is|are} taken back.</translation>
    </message>
    <message>
        <source>其余拿不准的和黑名单里的都不导入</source>
        <translation>Leave out all other doubtful and blocked rows</translation>
    </message>
    <message>
        <source>写到哪里</source>
        <translation>Where to write</translation>
    </message>
    <message>
        <source>写到哪里：.csv 或 .xlsx</source>
        <translation>Where to write: .csv or .xlsx</translation>
    </message>
    <message>
        <source>写到哪里：.json、.csv 或 .xlsx</source>
        <translation>Where to write: .json, .csv or .xlsx</translation>
    </message>
    <message>
        <source>几天，0 是没有期限，不写就按群规</source>
        <translation>For how many days, 0 without end; by default as the rules say</translation>
    </message>
    <message>
        <source>出了没有料到的错（{kind}）。已有的记录没有改动，详情写在 {path}</source>
        <translation>An unexpected error ({kind}). What is recorded is unchanged; details are in {path}</translation>
    </message>
    <message>
        <source>出了没有料到的错（{kind}），日志也没能写下。已有的记录没有改动。</source>
        <translation>An unexpected error ({kind}), and the log could not be written. What is recorded is unchanged.</translation>
    </message>
    <message>
        <source>列入黑名单，对所有群有效</source>
        <translation>Put on the blocklist, which holds for all groups</translation>
    </message>
    <message>
        <source>列出告知</source>
        <translation>list the notices</translation>
    </message>
    <message>
        <source>列出已有的备份</source>
        <translation>List the backups</translation>
    </message>
    <message>
        <source>列出成员</source>
        <translation>list the members</translation>
    </message>
    <message>
        <source>列出群</source>
        <translation>list the groups</translation>
    </message>
    <message>
        <source>列出群规</source>
        <translation>list the rulebooks</translation>
    </message>
    <message>
        <source>列出设置</source>
        <translation>List the settings</translation>
    </message>
    <message>
        <source>别人的话里没有「{name}」这个名字。没有改动。</source>
        <translation>The name “{name}” stands in nobody else&apos;s words. Nothing was changed.</translation>
    </message>
    <message>
        <source>别人话里的这个名字不改动，可以写多次</source>
        <translation>leave this name in others&apos; words as it is; may be given several times</translation>
    </message>
    <message>
        <source>别名，可以写多次</source>
        <translation>an alias; may be given several times</translation>
    </message>
    <message>
        <source>到 {until}</source>
        <translation>until {until}</translation>
    </message>
    <message>
        <source>到什么时候，日期或时间，不写就按群规</source>
        <translation>Until when, a day or a time; by default as the rules say</translation>
    </message>
    <message>
        <source>到哪一天</source>
        <translation>Until this day</translation>
    </message>
    <message>
        <source>到哪一天为止</source>
        <translation>Up to this day</translation>
    </message>
    <message>
        <source>办结一次举报</source>
        <translation>Close a report</translation>
    </message>
    <message>
        <source>历史里还会查出 {count} 条：</source>
        <translation>In the history this also flags {count}:</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>the reason</translation>
    </message>
    <message>
        <source>去掉自己添加的例句</source>
        <translation>take out an example of one’s own</translation>
    </message>
    <message>
        <source>去掉自己添加的词</source>
        <translation>take out a word of one’s own</translation>
    </message>
    <message>
        <source>去掉自己添加的说法</source>
        <translation>take out a phrase of one’s own</translation>
    </message>
    <message>
        <source>参数</source>
        <translation>arguments</translation>
    </message>
    <message>
        <source>另 {count} 项</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>另有 {count} 条没有留下文字，没法试。</source>
        <translation>{count} more are kept without their text and could not be tried.</translation>
    </message>
    <message>
        <source>只写这个群，不写就是全部</source>
        <translation>Only this group; by default all</translation>
    </message>
    <message>
        <source>只在托盘里启动，不打开窗口</source>
        <translation>start in the tray only, without a window</translation>
    </message>
    <message>
        <source>只看会并入什么</source>
        <translation>Only show what would be merged</translation>
    </message>
    <message>
        <source>只看这一条</source>
        <translation>this clause only</translation>
    </message>
    <message>
        <source>只看这个群，不写就是全部</source>
        <translation>Only this group; by default all</translation>
    </message>
    <message>
        <source>只看这位成员</source>
        <translation>Only this member</translation>
    </message>
    <message>
        <source>只看预览，什么也不写</source>
        <translation>Only the preview; nothing is written</translation>
    </message>
    <message>
        <source>只试不存：例句，再加这个文件，不写就用历史</source>
        <translation>only try: the examples, then this file, or the history where none is given</translation>
    </message>
    <message>
        <source>可用的告知：{notice}</source>
        <translation>Suggested notice: {notice}</translation>
    </message>
    <message>
        <source>同一个群里的两位是同一个人：次数算在一起</source>
        <translation>Two members of one group are one person; their strikes count together</translation>
    </message>
    <message>
        <source>同时给了哪份告知</source>
        <translation>the notice that was given with it</translation>
    </message>
    <message>
        <source>名单里会多</source>
        <translation>Onto the list come</translation>
    </message>
    <message>
        <source>名单里会少</source>
        <translation>Off the list go</translation>
    </message>
    <message>
        <source>名单里只有群里 {there} 位中的 {named} 位，像是一部分，不能把其余的都记为已退群。什么也没有导入。真是全部成员，请加上 --whole；只是一部分，请不写 --gone left。</source>
        <translation>The list names only {named} of the {there} people in the group, so it looks like a part of it: the others cannot all be marked as left. Nothing was imported. If these are really all members, add --whole; if only a part, leave out --gone left.</translation>
    </message>
    <message>
        <source>名字、条款、字句、日期，都要有</source>
        <translation>Names, clauses, words, dates; all must be found</translation>
    </message>
    <message>
        <source>后一位在哪个群</source>
        <translation>The second one&apos;s group</translation>
    </message>
    <message>
        <source>否决一项提请</source>
        <translation>Decline a proposal</translation>
    </message>
    <message>
        <source>启用、只观察或停用</source>
        <translation>on, only watched, or off</translation>
    </message>
    <message>
        <source>告知的标题或序号</source>
        <translation>title or number of the notice</translation>
    </message>
    <message>
        <source>告知：notice copy {notice} --member {name}</source>
        <translation>Notice: notice copy {notice} --member {name}</translation>
    </message>
    <message>
        <source>告知：列出、查看、复制、修改</source>
        <translation>notices: list, show, copy, edit</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>commands</translation>
    </message>
    <message>
        <source>哪一天，不写就是今天</source>
        <translation>Which day; by default today</translation>
    </message>
    <message>
        <source>哪一条</source>
        <translation>which clause</translation>
    </message>
    <message>
        <source>哪一条，不写就是查出的各条</source>
        <translation>which clause; all that spoke where none is given</translation>
    </message>
    <message>
        <source>哪一项，conflicts 里写着</source>
        <translation>Which field, as conflicts names it</translation>
    </message>
    <message>
        <source>哪一项，例如 moderator 是您的名字</source>
        <translation>Which one; moderator, for example, is your name</translation>
    </message>
    <message>
        <source>哪位管理员，不写就是您</source>
        <translation>Which moderator; by default you</translation>
    </message>
    <message>
        <source>回到一份备份：先看会失去什么，再确认</source>
        <translation>Go back to a backup: shows what is lost first, then asks</translation>
    </message>
    <message>
        <source>备份的文件，或 backup list 里的名字</source>
        <translation>The backup&apos;s file, or its name in backup list</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>多少分就询问</source>
        <translation>points from which it asks</translation>
    </message>
    <message>
        <source>多少分算违规</source>
        <translation>points from which it accuses</translation>
    </message>
    <message>
        <source>太久没有发言、新来还没有说话、没有来聚会的成员</source>
        <translation>Members silent for too long, newcomers without a word, missing at meet-ups</translation>
    </message>
    <message>
        <source>太久没有发言：{count}（silent）</source>
        <translation>Silent for too long: {count} (silent)</translation>
    </message>
    <message>
        <source>太久没有来聚会：{count}（silent）</source>
        <translation>At no meet-up for too long: {count} (silent)</translation>
    </message>
    <message>
        <source>太长的消息后面有 {count} 字没有看。</source>
        <translation>Of messages that are too long, {count} characters at the end were not read.</translation>
    </message>
    <message>
        <source>姓名、别名、群名片或拼音</source>
        <translation>name, alias, card or pinyin</translation>
    </message>
    <message>
        <source>安静时段，代替群规里的</source>
        <translation>Quiet hours, in place of the rulebook&apos;s</translation>
    </message>
    <message>
        <source>宽、中（随附）或严</source>
        <translation>lenient, normal (as shipped) or strict</translation>
    </message>
    <message>
        <source>宽严（--strictness）和自定的分数（--violation、--unsure）只能写一样。</source>
        <translation>Give either a named step (--strictness) or points of your own (--violation, --unsure).</translation>
    </message>
    <message>
        <source>对应的自由群</source>
        <translation>the free group that belongs to it</translation>
    </message>
    <message>
        <source>对成员采取一步：移群、暂停、移出、恢复……</source>
        <translation>Take a step: move, suspend, remove, restore …</translation>
    </message>
    <message>
        <source>对方已按要求删除 {count} 位的资料。在这里删除后不能恢复：</source>
        <translation>The other moderator deleted the data of {count} {count:person|people} on request. Deleted here, they cannot be brought back:</translation>
    </message>
    <message>
        <source>对方已按要求删除的这位，这里也删除，可以写多次</source>
        <translation>this person, whose data the other moderator deleted on request, is deleted here too; may be given several times</translation>
    </message>
    <message>
        <source>对方已按要求删除的这位，这里保留，可以写多次</source>
        <translation>this person, whose data the other moderator deleted on request, is kept here; may be given several times</translation>
    </message>
    <message>
        <source>对方没有删除过「{name}」的资料，或者这里已经没有了。什么也没有并入。</source>
        <translation>The other moderator did not delete the data of “{name}”, or they are gone here already. Nothing was taken in.</translation>
    </message>
    <message>
        <source>对方用 bundle 写的文件</source>
        <translation>A file that the other moderator wrote with bundle</translation>
    </message>
    <message>
        <source>导入名单：先看预览，再说怎样处理拿不准的</source>
        <translation>Import a list of members: see the preview, decide the doubtful rows</translation>
    </message>
    <message>
        <source>导出：.json 是全部，.csv 和 .xlsx 是记录的表格</source>
        <translation>Export: .json is everything, .csv and .xlsx the record as a table</translation>
    </message>
    <message>
        <source>已不在名单里 {count}</source>
        <translation>no longer listed {count}</translation>
    </message>
    <message>
        <source>已不在名单里的：保留，或记为已退群</source>
        <translation>Members no longer listed: keep, or mark as left</translation>
    </message>
    <message>
        <source>已不在名单里：{names}</source>
        <translation>No longer listed: {names}</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>voided</translation>
    </message>
    <message>
        <source>已写到 {file}</source>
        <translation>Written to {file}</translation>
    </message>
    <message>
        <source>已写到 {file}。里面没有举报人，也没有本机的设置。</source>
        <translation>Written to {file}. Neither who reported nor this machine’s settings are in it.</translation>
    </message>
    <message>
        <source>已办结：{why}</source>
        <translation>closed: {why}</translation>
    </message>
    <message>
        <source>已同意：{names}</source>
        <translation>agreed: {names}</translation>
    </message>
    <message>
        <source>已回复</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>已在名单里：{names}</source>
        <translation>On the list already: {names}</translation>
    </message>
    <message>
        <source>已备份到 {file}</source>
        <translation>Backed up to {file}</translation>
    </message>
    <message>
        <source>已复制「{notice}」。</source>
        <translation>Copied “{notice}”.</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>lapsed</translation>
    </message>
    <message>
        <source>已记下：{what}</source>
        <translation>Noted: {what}</translation>
    </message>
    <message>
        <source>已记录：{name}第 {count} 次。编号 {id}</source>
        <translation>Recorded: {name}, strike {count}. Id {id}</translation>
    </message>
    <message>
        <source>带来证据图片 {count} 张。</source>
        <translation>It brings {count} {count:picture|pictures} of evidence.</translation>
    </message>
    <message>
        <source>并入另一位管理员的记录</source>
        <translation>Merge another moderator’s record</translation>
    </message>
    <message>
        <source>应当放过的例句</source>
        <translation>an example that must be let be</translation>
    </message>
    <message>
        <source>应当查出的例句</source>
        <translation>an example that must be found</translation>
    </message>
    <message>
        <source>应本人要求，真正删除一个人的资料</source>
        <translation>Really delete a person’s data, at their request</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>open</translation>
    </message>
    <message>
        <source>恢复前</source>
        <translation>Before the return</translation>
    </message>
    <message>
        <source>恢复随附的文字</source>
        <translation>take the shipped text again</translation>
    </message>
    <message>
        <source>恢复随附的条款</source>
        <translation>take the shipped clause again</translation>
    </message>
    <message>
        <source>您处理过</source>
        <translation>handled by you</translation>
    </message>
    <message>
        <source>您放过了</source>
        <translation>passed by you</translation>
    </message>
    <message>
        <source>成员的举报，举报人只在这里看得到</source>
        <translation>Reports by members; who reported is shown only here</translation>
    </message>
    <message>
        <source>成员的名字、别名、群名片或编号</source>
        <translation>the member&apos;s name, alias, card or id</translation>
    </message>
    <message>
        <source>成员的名字、别名、群名片或编号，可以写几位</source>
        <translation>Names, other names, name cards or IDs of members</translation>
    </message>
    <message>
        <source>截图 {count} 张</source>
        <translation>{count} {count:screenshot|screenshots}</translation>
    </message>
    <message>
        <source>接下来{what}：{command}</source>
        <translation>Next, {what}: {command}</translation>
    </message>
    <message>
        <source>提醒过 {count} 次，最近 {day}</source>
        <translation>reminded {count} {count:time|times}, last on {day}</translation>
    </message>
    <message>
        <source>提醒过 {count} 次，最近 {day}，群规的次数已到</source>
        <translation>reminded {count} times, last on {day}; as often as the rules say</translation>
    </message>
    <message>
        <source>撤销恢复或导入时，连同之后做的一起</source>
        <translation>to undo a restore or an import, together with what was done since</translation>
    </message>
    <message>
        <source>新来还没有说话：{count}（silent）</source>
        <translation>Newcomers without a word: {count} (silent)</translation>
    </message>
    <message>
        <source>暂停已满：{names}（step restore）</source>
        <translation>Suspension over: {names} (step restore)</translation>
    </message>
    <message>
        <source>正在运行的程序在做这件事，进度显示在它的窗口里。</source>
        <translation>The running program is at it; its window shows how far it is.</translation>
    </message>
    <message>
        <source>没有。</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>没有交的罚款和红包：{count}（fine list）</source>
        <translation>Fines and red packets open: {count} (fine list)</translation>
    </message>
    <message>
        <source>没有改动。</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>没有改动。要这样做，请加 --yes。</source>
        <translation>Nothing was changed. To do it, add --yes.</translation>
    </message>
    <message>
        <source>没有改动。请给上面每一位写 --erase 或 --keep。</source>
        <translation>Nothing was changed. For each person above say --erase or --keep.</translation>
    </message>
    <message>
        <source>没有等着处理的事。</source>
        <translation>Nothing to do.</translation>
    </message>
    <message>
        <source>申诉：{count}（appeals）</source>
        <translation>Appeals: {count} (appeals)</translation>
    </message>
    <message>
        <source>第 {row} 行</source>
        <translation>Row {row}</translation>
    </message>
    <message>
        <source>等人同意的移出：{count}（pending）</source>
        <translation>Removals waiting for consent: {count} (pending)</translation>
    </message>
    <message>
        <source>红包</source>
        <translation>red packet</translation>
    </message>
    <message>
        <source>经手：{names}</source>
        <translation>By: {names}</translation>
    </message>
    <message>
        <source>维持</source>
        <translation>upheld</translation>
    </message>
    <message>
        <source>罚款</source>
        <translation>fine</translation>
    </message>
    <message>
        <source>群名片要提醒：{count}（namecards）</source>
        <translation>Name cards to remind of: {count} (namecards)</translation>
    </message>
    <message>
        <source>群规：{fine}</source>
        <translation>by the rules: {fine}</translation>
    </message>
    <message>
        <source>自己的（ours）：{value}</source>
        <translation>yours (ours): {value}</translation>
    </message>
    <message>
        <source>记录的编号，或成员的名字（只有一次有效时）</source>
        <translation>The strike’s ID, or the member’s name where only one counts</translation>
    </message>
    <message>
        <source>设置：查看和更改</source>
        <translation>Settings: list and change</translation>
    </message>
    <message>
        <source>这些文件打不开，没有清理，请自己删除：{left}</source>
        <translation>These files could not be opened and cleaned; please delete them yourself: {left}</translation>
    </message>
    <message>
        <source>这就是全部成员，哪怕比群里的名单少了许多</source>
        <translation>these are all members, even if far fewer than on the group&apos;s list</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>；这里还没有这个群，会添加</source>
        <translation>; this group is not here yet and will be added</translation>
    </message>
    <message>
        <source>打开窗口并检查剪贴板</source>
        <translation>open the window and check the clipboard</translation>
    </message>
    <message>
        <source>把一份告知复制到剪贴板</source>
        <translation>copy a notice to the clipboard</translation>
    </message>
    <message>
        <source>按 JSON 读出</source>
        <translation>Read as JSON</translation>
    </message>
    <message>
        <source>按一行一条读出</source>
        <translation>Read line by line</translation>
    </message>
    <message>
        <source>按空行分隔读出</source>
        <translation>Read in blocks parted by blank lines</translation>
    </message>
    <message>
        <source>按聊天记录读出</source>
        <translation>Read as a conversation</translation>
    </message>
    <message>
        <source>按表格读出</source>
        <translation>Read as a table</translation>
    </message>
    <message>
        <source>按进群的消息添加成员，并给出进群告知</source>
        <translation>add the members whom join lines tell of, and give the welcome notice</translation>
    </message>
    <message>
        <source>换成当前群</source>
        <translation>make a group the current one</translation>
    </message>
    <message>
        <source>换成自己写的文字</source>
        <translation>put your own text in its place</translation>
    </message>
    <message>
        <source>群：列出、查看、添加、修改、换群</source>
        <translation>Groups: list, show, add, edit, use</translation>
    </message>
    <message>
        <source>放行的说法</source>
        <translation>a phrase to let be</translation>
    </message>
    <message>
        <source>--columns 里的「{value}」不是一种列，可以是：{known}，不读的写 _。</source>
        <translation>“{value}” in --columns is no kind of column. There are: {known}; write _ for one that is not read.</translation>
    </message>
    <message>
        <source>{file} 的结尾要是 .csv 或 .xlsx。</source>
        <translation>{file} must end in .csv or .xlsx.</translation>
    </message>
    <message>
        <source>共 {count} 行（{columns}）：{counts}</source>
        <translation>{count} {count:row|rows} ({columns}): {counts}</translation>
    </message>
    <message>
        <source>可能是同一个人：{name}（是的话写 --same {name}）</source>
        <translation>May be one person: {name} (if so, add --same {name})</translation>
    </message>
    <message>
        <source>可能是：{who}</source>
        <translation>may be: {who}</translation>
    </message>
    <message>
        <source>各列是什么，例如 名字,群名片,_,角色；_ 是不读的列</source>
        <translation>What the columns are, such as name,card,_,role; _ is not read</translation>
    </message>
    <message>
        <source>同意提请，可以几项一起</source>
        <translation>agree to proposals, to several at once if wished</translation>
    </message>
    <message>
        <source>名单里没有第「{value}」行。什么也没有导入。</source>
        <translation>The list has no row “{value}”. Nothing was imported.</translation>
    </message>
    <message>
        <source>已删除：{entries} 条记录里的内容，{pictures} 张截图，群规里的 {examples} 句原话；清理了 {backups} 份备份。</source>
        <translation>Deleted: the contents of {entries} {entries:entry|entries}, {pictures} {pictures:screenshot|screenshots}, {examples} {examples:sentence|sentences} kept in the rules; {backups} {backups:backup|backups} cleaned.</translation>
    </message>
    <message>
        <source>恢复：回到群里；从自由群回来的和移出过的，以前的次数不再计算</source>
        <translation>restore: back in the group; from the free group or after a removal, earlier strikes count no longer</translation>
    </message>
    <message>
        <source>成员的申诉</source>
        <translation>Appeals by members</translation>
    </message>
    <message>
        <source>成员的话；写 - 就读标准输入</source>
        <translation>What the member says; - reads standard input</translation>
    </message>
    <message>
        <source>成员请假，到期前不算久未发言</source>
        <translation>A member is on leave, and not silent until then</translation>
    </message>
    <message>
        <source>成员：列出、查看、添加、修改、移除、导入、导出</source>
        <translation>Members: list, show, add, edit, remove, import, export</translation>
    </message>
    <message>
        <source>截图，可以写多次</source>
        <translation>A screenshot; may be repeated</translation>
    </message>
    <message>
        <source>执行已经得到同意的移出</source>
        <translation>Carry out removals that were agreed</translation>
    </message>
    <message>
        <source>把 export 写的 .json 读进新装的程序</source>
        <translation>Read a .json written by export into a new installation</translation>
    </message>
    <message>
        <source>把别人话里的这个名字也涂掉，可以写多次</source>
        <translation>make this name unreadable in others&apos; words too; may be given several times</translation>
    </message>
    <message>
        <source>把名单写成表格</source>
        <translation>Write the members as a table</translation>
    </message>
    <message>
        <source>把记录写成一个文件，发给另一位管理员</source>
        <translation>Write the record into one file for another moderator</translation>
    </message>
    <message>
        <source>提前结束请假</source>
        <translation>End the leave early</translation>
    </message>
    <message>
        <source>撤销最后一次操作，或写明的那一次</source>
        <translation>Undo the last action, or the one named</translation>
    </message>
    <message>
        <source>改成什么</source>
        <translation>The new value</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>data folder</translation>
    </message>
    <message>
        <source>文件 {file} 打不开（{detail}）。</source>
        <translation>The file {file} cannot be opened ({detail}).</translation>
    </message>
    <message>
        <source>文字所在的文件，- 为标准输入</source>
        <translation>file with the text, - for standard input</translation>
    </message>
    <message>
        <source>新名字</source>
        <translation>new name</translation>
    </message>
    <message>
        <source>新查出 {count} 条：</source>
        <translation>Newly flagged, {count}:</translation>
    </message>
    <message>
        <source>新进群：{names}</source>
        <translation>Joined: {names}</translation>
    </message>
    <message>
        <source>是红包</source>
        <translation>It is a red packet</translation>
    </message>
    <message>
        <source>显示一个群</source>
        <translation>show a group</translation>
    </message>
    <message>
        <source>显示一份告知的全文</source>
        <translation>show the whole text of a notice</translation>
    </message>
    <message>
        <source>显示一份群规的条款</source>
        <translation>show the clauses of a rulebook</translation>
    </message>
    <message>
        <source>显示一位成员和全部记录</source>
        <translation>show a member with the whole record</translation>
    </message>
    <message>
        <source>显示版本</source>
        <translation>show the version</translation>
    </message>
    <message>
        <source>显示版本、路径和数量，不含成员资料</source>
        <translation>Show versions, paths and counts, nothing about members</translation>
    </message>
    <message>
        <source>显示这份说明</source>
        <translation>show this help</translation>
    </message>
    <message>
        <source>暂时移出几天</source>
        <translation>Suspend for some days</translation>
    </message>
    <message>
        <source>更改一项设置</source>
        <translation>Change a setting</translation>
    </message>
    <message>
        <source>最多几项</source>
        <translation>How many at most</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>counts</translation>
    </message>
    <message>
        <source>条文</source>
        <translation>text</translation>
    </message>
    <message>
        <source>条款的编号或标题</source>
        <translation>id or title of the clause</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>title</translation>
    </message>
    <message>
        <source>校验群规文件，指出哪一行有错</source>
        <translation>check rulebook files and name the line of each mistake</translation>
    </message>
    <message>
        <source>检查一条消息，什么也不记录</source>
        <translation>check a message; records nothing</translation>
    </message>
    <message>
        <source>检查历史</source>
        <translation>History of checks</translation>
    </message>
    <message>
        <source>每一条查出多少，后来怎样</source>
        <translation>how often each clause spoke and what became of it</translation>
    </message>
    <message>
        <source>没有成员。</source>
        <translation>No members.</translation>
    </message>
    <message>
        <source>没有指明成员</source>
        <translation>No member named</translation>
    </message>
    <message>
        <source>没有要检查的文字。请写在命令后面，或从标准输入送进来。</source>
        <translation>No text to check. Write it after the command, or send it through standard input.</translation>
    </message>
    <message>
        <source>消息原文</source>
        <translation>the message</translation>
    </message>
    <message>
        <source>消息；写 - 就读标准输入</source>
        <translation>the message; - reads standard input</translation>
    </message>
    <message>
        <source>消息；写 - 或不写就读标准输入</source>
        <translation>the message; - or nothing reads standard input</translation>
    </message>
    <message>
        <source>添加成员</source>
        <translation>add a member</translation>
    </message>
    <message>
        <source>添加的词，单独就算</source>
        <translation>a word to add that counts alone</translation>
    </message>
    <message>
        <source>添加的词，合起来才算</source>
        <translation>a word to add that counts only together with something else</translation>
    </message>
    <message>
        <source>添加群</source>
        <translation>add a group</translation>
    </message>
    <message>
        <source>添加自己的告知</source>
        <translation>add a notice of your own</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>status</translation>
    </message>
    <message>
        <source>用哪份群规</source>
        <translation>the rulebook that it follows</translation>
    </message>
    <message>
        <source>用文件或检查历史试群规，什么也不记录</source>
        <translation>try the rules on a file or on the history of checks; records nothing</translation>
    </message>
    <message>
        <source>用法：</source>
        <translation>Usage: </translation>
    </message>
    <message>
        <source>用自己的，或对方的</source>
        <translation>Yours, or theirs</translation>
    </message>
    <message>
        <source>由{names}带进群</source>
        <translation>Let in by {names}</translation>
    </message>
    <message>
        <source>申诉后维持这次记录；要作废就用 void</source>
        <translation>Let a strike stand after an appeal; void accepts the appeal</translation>
    </message>
    <message>
        <source>看不出哪一列是名字。请写 --columns，例如 名字,群名片,_。第一行是：{row}</source>
        <translation>No column seems to hold names. Write --columns, such as name,card,_. The first row is: {row}</translation>
    </message>
    <message>
        <source>移出黑名单</source>
        <translation>Take off the blocklist</translation>
    </message>
    <message>
        <source>移出；群规要别人同意的，就先提请</source>
        <translation>Remove; propose it where the rules want consent</translation>
    </message>
    <message>
        <source>移到自由群</source>
        <translation>Move to the free group</translation>
    </message>
    <message>
        <source>立即做一份备份，或列出备份</source>
        <translation>Make a backup now, or list the backups</translation>
    </message>
    <message>
        <source>等人同意的移出</source>
        <translation>Removals waiting for consent</translation>
    </message>
    <message>
        <source>等着处理的事</source>
        <translation>What is to be done</translation>
    </message>
    <message>
        <source>结果没能写出去（{why}）。命令本身已经做完，请不要再做一遍。</source>
        <translation>The answer could not be written ({why}). The command itself is done; do not run it again.</translation>
    </message>
    <message>
        <source>给出一份提醒，并记下提醒过这些成员</source>
        <translation>Give the one reminder, and record that these members got it</translation>
    </message>
    <message>
        <source>给成员记一次，名单里没有就添加</source>
        <translation>record a strike for a member, who is added where unknown</translation>
    </message>
    <message>
        <source>给谁</source>
        <translation>for whom</translation>
    </message>
    <message>
        <source>编号、编号的开头或名字，可以写几项</source>
        <translation>IDs, their beginnings, or names</translation>
    </message>
    <message>
        <source>编号、编号的开头，或成员的名字（只有一项时）</source>
        <translation>The ID, its beginning, or the member’s name where there is only one</translation>
    </message>
    <message>
        <source>罚款和红包：只作记录</source>
        <translation>Fines and red packets, on record only</translation>
    </message>
    <message>
        <source>群主：一人同意就可以移出成员的那位管理员</source>
        <translation>Owner: the moderator whose word alone decides a removal</translation>
    </message>
    <message>
        <source>群名</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>群名片</source>
        <translation>name card</translation>
    </message>
    <message>
        <source>群名片不合格式的成员，和一份提醒</source>
        <translation>Members whose name card is not in form, and one reminder</translation>
    </message>
    <message>
        <source>群名，不写就用编号</source>
        <translation>title of the group; its id where none is given</translation>
    </message>
    <message>
        <source>群的编号</source>
        <translation>id of the group</translation>
    </message>
    <message>
        <source>群的编号或群规的编号，不写就用当前群</source>
        <translation>id of a group or of a rulebook; the current group where none is given</translation>
    </message>
    <message>
        <source>群的编号，不写就是当前群</source>
        <translation>id of the group; the current one where none is given</translation>
    </message>
    <message>
        <source>群管助手：不写命令就打开窗口。</source>
        <translation>Group Moderator: opens its window where no command is given.</translation>
    </message>
    <message>
        <source>群规的编号</source>
        <translation>id of the rulebook</translation>
    </message>
    <message>
        <source>群规里的哪一项限时事项</source>
        <translation>Which task rule of the rulebook</translation>
    </message>
    <message>
        <source>群规：列出、查看、校验、试例子、修改</source>
        <translation>rulebooks: list, show, validate, test, change</translation>
    </message>
    <message>
        <source>考虑过：{why}</source>
        <translation>Considered: {why}</translation>
    </message>
    <message>
        <source>表格里只写这个群</source>
        <translation>Only this group in the table</translation>
    </message>
    <message>
        <source>要回复什么</source>
        <translation>What has to be answered</translation>
    </message>
    <message>
        <source>要成员回复的事</source>
        <translation>Tasks that members have to answer</translation>
    </message>
    <message>
        <source>要这样做吗？(y/N)</source>
        <translation>Do it? (y/N)</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>role</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>Put one on record</translation>
    </message>
    <message>
        <source>记一项要回复的事</source>
        <translation>Put a task on record</translation>
    </message>
    <message>
        <source>记下一次举报</source>
        <translation>Put a report on record</translation>
    </message>
    <message>
        <source>记下已经交了</source>
        <translation>It was paid</translation>
    </message>
    <message>
        <source>记下已经回复</source>
        <translation>It was answered</translation>
    </message>
    <message>
        <source>记下成员对一次记录的申诉</source>
        <translation>Put a member’s appeal against a strike on record</translation>
    </message>
    <message>
        <source>记下提醒过</source>
        <translation>Record a reminder</translation>
    </message>
    <message>
        <source>记下来参加聚会的成员</source>
        <translation>Record who came to a meet-up</translation>
    </message>
    <message>
        <source>记下给过一份告知，不复制</source>
        <translation>remember that a notice was given, without copying it</translation>
    </message>
    <message>
        <source>记下警告过</source>
        <translation>Record a warning</translation>
    </message>
    <message>
        <source>记下请其致歉</source>
        <translation>Record that an apology was asked for</translation>
    </message>
    <message>
        <source>记了一次</source>
        <translation>one strike</translation>
    </message>
    <message>
        <source>语言：zh_CN 或 en</source>
        <translation>language: zh_CN or en</translation>
    </message>
    <message>
        <source>误判：这句话和差不多的不再算违反</source>
        <translation>misjudged: this message and near-same ones no longer break the clause</translation>
    </message>
    <message>
        <source>谁发的</source>
        <translation>who sent it</translation>
    </message>
    <message>
        <source>过了时限没有回复：{count}（task list）</source>
        <translation>Overdue tasks: {count} (task list)</translation>
    </message>
    <message>
        <source>运行每一条自带的例子</source>
        <translation>run the examples of every clause</translation>
    </message>
    <message>
        <source>还有 {count} 行要您决定，什么也没有导入。请写 --new 行号（新成员）、--is 行号=名字（是哪一位）、--skip 行号（不导入），或 --yes（这些都不导入）。</source>
        <translation>{count} {count:row wants|rows want} your decision; nothing was imported. Write --new ROW (somebody new), --is ROW=NAME (that member), --skip ROW (leave it out), or --yes (leave out all of them).</translation>
    </message>
    <message>
        <source>还没有交的</source>
        <translation>Those not paid</translation>
    </message>
    <message>
        <source>还没有回复的</source>
        <translation>Those not answered</translation>
    </message>
    <message>
        <source>还缺少 {what}。</source>
        <translation>Missing: {what}.</translation>
    </message>
    <message>
        <source>这一行不是 JSON。</source>
        <translation>This line is not JSON.</translation>
    </message>
    <message>
        <source>这一行应当是一个 JSON 对象。</source>
        <translation>This line must be a JSON object.</translation>
    </message>
    <message>
        <source>这一行是哪位成员，可以写多次</source>
        <translation>This row is that member; may be repeated</translation>
    </message>
    <message>
        <source>这一行是新成员，可以写多次</source>
        <translation>This row is somebody new; may be repeated</translation>
    </message>
    <message>
        <source>这份记录里没有可能和我们的成员同一人的「{name}」。什么也没有并入。</source>
        <translation>The bundle has no “{name}” who may be one of our members. Nothing was merged.</translation>
    </message>
    <message>
        <source>这里没有进群的消息，例如：&quot;甲&quot;邀请&quot;乙&quot;加入了群聊。什么也没有添加。</source>
        <translation>There is no join line here, such as &quot;A&quot; invited &quot;B&quot; to the group chat. Nothing was added.</translation>
    </message>
    <message>
        <source>进群日期</source>
        <translation>day of joining</translation>
    </message>
    <message>
        <source>违反的条款，可以写多次</source>
        <translation>the clause that was broken; may be given several times</translation>
    </message>
    <message>
        <source>违规、只询问或提倡</source>
        <translation>violation, unsure (only asks) or advice</translation>
    </message>
    <message>
        <source>违规：这句话和差不多的今后都算违反</source>
        <translation>a violation: this message and near-same ones break the clause from now on</translation>
    </message>
    <message>
        <source>连同图片里的二维码一起检查，可以写多次</source>
        <translation>check with the QR codes in this picture; may be given several times</translation>
    </message>
    <message>
        <source>连同已经办结的</source>
        <translation>Also those that are closed</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>options</translation>
    </message>
    <message>
        <source>逐行检查 JSONL 文件，- 为标准输入</source>
        <translation>check a JSONL file line by line, - for standard input</translation>
    </message>
    <message>
        <source>金额，例如 50元</source>
        <translation>The amount, such as 50 yuan</translation>
    </message>
    <message>
        <source>黑名单</source>
        <translation>The blocklist</translation>
    </message>
    <message>
        <source>（已停用）</source>
        <translation> (off)</translation>
    </message>
    <message>
        <source>（已撤销）</source>
        <translation> (undone)</translation>
    </message>
    <message>
        <source>（已改写）</source>
        <translation> (edited)</translation>
    </message>
    <message>
        <source>（当前）</source>
        <translation> (current)</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>QQ 群或 QQ 好友</source>
        <translation>QQ group or contact</translation>
    </message>
    <message>
        <source>商品条码</source>
        <translation>Product bar code</translation>
    </message>
    <message>
        <source>微信公众号或个人号</source>
        <translation>WeChat account, official or personal</translation>
    </message>
    <message>
        <source>微信好友名片</source>
        <translation>WeChat contact</translation>
    </message>
    <message>
        <source>微信小程序</source>
        <translation>WeChat mini program</translation>
    </message>
    <message>
        <source>微信群邀请</source>
        <translation>WeChat group invitation</translation>
    </message>
    <message>
        <source>微信视频号</source>
        <translation>WeChat channel</translation>
    </message>
    <message>
        <source>收付款码</source>
        <translation>Payment code</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>无线网络</source>
        <translation>Wi-Fi network</translation>
    </message>
    <message>
        <source>登录用的码</source>
        <translation>Login code</translation>
    </message>
    <message>
        <source>网址</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Contact details</translation>
    </message>
    <message>
        <source>读不出内容的二维码</source>
        <translation>QR code that cannot be read</translation>
    </message>
</context>
<context>
    <name>Copy</name>
    <message>
        <source>没能复制，剪贴板被别的程序占用。也没有记录；请再试一次。</source>
        <translation>Not copied: another program holds the clipboard. Nothing recorded; try again.</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>刚才的一步没有做完，已经写下的记录都还在，程序可以接着用。下面的报告里没有成员的姓名和消息，可以复制给我们。</source>
        <translation>The last step was not finished. Everything recorded is still there, and you can go on. The report below holds no member&apos;s name or message; you can copy it for us.</translation>
    </message>
    <message>
        <source>复制报告</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>打开日志文件夹</source>
        <translation>Open the log folder</translation>
    </message>
    <message>
        <source>群管助手出了意外</source>
        <translation>Something unexpected happened</translation>
    </message>
    <message>
        <source>错误报告</source>
        <translation>Error report</translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>{month} 月 {day} 日</source>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>{year} 年 {month} 月 {day} 日</source>
        <translation>{day} {month} {year}</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>{member}和这一位不在一个群里：次数分开计，请用「连起来」。没有改动。</source>
        <translation>{member} and this one are in different groups, where strikes count apart: link them instead. Nothing was changed.</translation>
    </message>
    <message>
        <source>{member}和这一位已经算作同一个人，请先撤销那一步。没有改动。</source>
        <translation>{member} and this member are already one person; take that step back first. Nothing was changed.</translation>
    </message>
    <message>
        <source>{member}和这一位已经记为两个人了。没有改动。</source>
        <translation>{member} and this member are already noted as two people. Nothing was changed.</translation>
    </message>
    <message>
        <source>{member}和这一位已经连起来了。没有改动。</source>
        <translation>{member} is linked with this one already. Nothing was changed.</translation>
    </message>
    <message>
        <source>{member}和这一位没有连起来。没有改动。</source>
        <translation>{member} is not linked with this one. Nothing was changed.</translation>
    </message>
    <message>
        <source>{member}是在移群时连起来的，要断开请撤销那一步。没有改动。</source>
        <translation>{member} was linked when moved: to part them, undo that step. Nothing was changed.</translation>
    </message>
    <message>
        <source>{member}的这一项没有两种写法要选。没有改动。</source>
        <translation>There are no two versions of this for {member}. Nothing was changed.</translation>
    </message>
    <message>
        <source>「{file}」不是群管助手的这种文件，或者里面多了别的东西。什么也没有改动。</source>
        <translation>“{file}” is no file of this kind, or holds something else as well. Nothing was changed.</translation>
    </message>
    <message>
        <source>「{file}」太大了，最多 {most} MB。什么也没有改动。</source>
        <translation>“{file}” is too large, at most {most} MB are read. Nothing was changed.</translation>
    </message>
    <message>
        <source>「{file}」打不开，或者传的时候损坏了，请让对方再发一次。什么也没有改动。</source>
        <translation>“{file}” cannot be opened, or was damaged on the way: ask for it once more. Nothing was changed.</translation>
    </message>
    <message>
        <source>「{file}」第 {row} 项不是群管助手写的样子，整个文件都没有用，什么也没有改动。</source>
        <translation>Item {row} of “{file}” is not as this program writes it. Nothing of the file was used, and nothing was changed.</translation>
    </message>
    <message>
        <source>「{folder}」里是群管助手自己的数据，导出的文件请放到别处。什么也没有写。</source>
        <translation>“{folder}” holds the program&apos;s own data. Choose another place for the file; nothing was written.</translation>
    </message>
    <message>
        <source>「{group}」不能作它自己的自由群。没有保存。</source>
        <translation>“{group}” cannot be its own free group. Nothing was saved.</translation>
    </message>
    <message>
        <source>「{hours}」不是时段：请写成 22:00-07:30 这样，留空就按群规。没有保存。</source>
        <translation>“{hours}” is no span of hours: write it as 22:00-07:30, or leave it empty to follow the rules. Nothing was saved.</translation>
    </message>
    <message>
        <source>不能撤销：这一步之前的备份已经不在，或者这一步是在别的电脑上做的。</source>
        <translation>This cannot be undone: the backup from before it is gone, or it was done on another computer.</translation>
    </message>
    <message>
        <source>两位都在一个群里：如果是同一个人，请用「同一个人」。没有改动。</source>
        <translation>Both are in one group: if they are one person, say so. Nothing was changed.</translation>
    </message>
    <message>
        <source>删除一位成员的资料以后，与其有关的操作不能撤销。</source>
        <translation>What was done about somebody whose data were deleted cannot be undone.</translation>
    </message>
    <message>
        <source>备份里还有 {count} 位已经删除的人，没有找回来。那个文件里仍有他们的资料。</source>
        <translation>Deleted before, and still in the backup: {count}. They did not come back; that file still holds their data.</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>最近的一步是：{what}。</source>
        <translation>the latest being: {what}.</translation>
    </message>
    <message>
        <source>没有撤销：{what}。这一处之后又改过，撤销会把后来的改动也丢掉。</source>
        <translation>Not undone: {what}. It was changed again since, and undoing would lose the later change.</translation>
    </message>
    <message>
        <source>没有撤销：之后又做了 {steps} 步，会一起回去，</source>
        <translation>Not undone: later steps would go with it ({steps}),</translation>
    </message>
    <message>
        <source>没有撤销：群「{group}」里已有 {steps} 步记录，会看不到。</source>
        <translation>Not undone: steps recorded in the group “{group}” would be out of sight ({steps}).</translation>
    </message>
    <message>
        <source>没有撤销：名单里后来又有了名字和群名片都相同的「{member}」。</source>
        <translation>Not undone: by now another “{member}” with the same name and card is on the list.</translation>
    </message>
    <message>
        <source>{deleted} 位的资料已经删除；其余的没有合并，请再合并一次。</source>
        <translation>Data deleted for {deleted}; nothing else was merged. Please merge again.</translation>
    </message>
    <message>
        <source>没有撤销：这一步之前的备份已经不在了。</source>
        <translation>Not undone: the backup from before it is gone.</translation>
    </message>
    <message>
        <source>群「{group}」是「{other}」的自由群。请先在「{other}」里换一个自由群，再撤销添加。</source>
        <translation>The group “{group}” is the free group of “{other}”. Choose another free group in “{other}” first, then undo adding it.</translation>
    </message>
    <message>
        <source>群「{group}」没有改动。</source>
        <translation>Nothing was changed in the group “{group}”.</translation>
    </message>
    <message>
        <source>群「{group}」用的群规「{rulebook}」这里没有，请先要来那份文件。什么也没有改动。</source>
        <translation>The group “{group}” follows the rulebook “{rulebook}”, which is not here: ask for that file first. Nothing was changed.</translation>
    </message>
    <message>
        <source>群没有 {field} 这一项。没有保存。</source>
        <translation>A group has no field {field}. Nothing was saved.</translation>
    </message>
    <message>
        <source>要先撤销后面的这一步：{what}（{when}）。</source>
        <translation>First undo this later step: {what} ({when}).</translation>
    </message>
    <message>
        <source>要这样做，请在「记录」里撤销它，或在命令后加 --yes。</source>
        <translation>To do so, undo it on the page Record, or add --yes to the command.</translation>
    </message>
    <message>
        <source>请先撤销那些步骤，最近的一步是：{what}；或者留着这个群。</source>
        <translation>Undo those steps first, the latest being: {what}; or keep the group.</translation>
    </message>
    <message>
        <source>这两份记录已经算作{member}一个人了。没有改动。</source>
        <translation>These two records count as one person, {member}, already. Nothing was changed.</translation>
    </message>
    <message>
        <source>这些文件打不开，没能清理，请自行删除：{files}</source>
        <translation>These files could not be opened and cleaned; please delete them yourself: {files}</translation>
    </message>
    <message>
        <source>这份记录里的都已经有了，没有改动。</source>
        <translation>All of this record is here already. Nothing was changed.</translation>
    </message>
    <message>
        <source>这里已经有群或记录了。整份导入只能用在新装的程序里；两位管理员的记录请用合并。</source>
        <translation>There are groups or a record here already. Everything can be imported into a new installation only; to bring two moderators’ records together, merge them.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>{sum}，满 {limit} 分算违规</source>
        <translation>{sum}; {limit} or more is a violation</translation>
    </message>
    <message>
        <source>{sum}，满 {limit} 分请您看一眼</source>
        <translation>{sum}; from {limit} on it is shown to you</translation>
    </message>
    <message>
        <source>{words}等 {count} 处</source>
        <translation>{words} and more, {count} in all</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>「{word}」</source>
        <translation>“{word}” </translation>
    </message>
    <message>
        <source>「{word}」按{steps}还原</source>
        <translation>“{word}” read through {steps}</translation>
    </message>
    <message>
        <source>且</source>
        <translation> and </translation>
    </message>
    <message>
        <source>例外</source>
        <translation>Exception</translation>
    </message>
    <message>
        <source>全角或半角</source>
        <translation>full-width forms</translation>
    </message>
    <message>
        <source>其余 {count} 项</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>夹杂的符号</source>
        <translation>signs strewn in</translation>
    </message>
    <message>
        <source>字句</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>形近字</source>
        <translation>look-alike characters</translation>
    </message>
    <message>
        <source>想过，不成立：{reasons}</source>
        <translation>considered, does not apply: {reasons}</translation>
    </message>
    <message>
        <source>成立：{reason}</source>
        <translation>applies: {reason}</translation>
    </message>
    <message>
        <source>拆字</source>
        <translation>split characters</translation>
    </message>
    <message>
        <source>按键符号</source>
        <translation>keycaps</translation>
    </message>
    <message>
        <source>改写的联系方式</source>
        <translation>a rewritten contact</translation>
    </message>
    <message>
        <source>特殊数字</source>
        <translation>unusual digits</translation>
    </message>
    <message>
        <source>看不见的字符</source>
        <translation>invisible characters</translation>
    </message>
    <message>
        <source>繁体</source>
        <translation>traditional characters</translation>
    </message>
    <message>
        <source>联系方式的别称</source>
        <translation>nicknames of contact words</translation>
    </message>
    <message>
        <source>花体字母</source>
        <translation>fancy letters</translation>
    </message>
    <message>
        <source>读成汉字的数字</source>
        <translation>digits spelt as characters</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Read as</translation>
    </message>
    <message>
        <source>迹象</source>
        <translation>Signs</translation>
    </message>
    <message>
        <source>附加符号</source>
        <translation>combining marks</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>CSV 表格 (*.csv)</source>
        <translation>CSV table (*.csv)</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>群管助手-{what}-{day}</source>
        <translation>Moderator-{what}-{day}</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>{name}的申诉</source>
        <translation>Appeal by {name}</translation>
    </message>
    <message>
        <source>不服{day}的{what}</source>
        <translation>against {what} of {day}</translation>
    </message>
    <message>
        <source>不服{day}的记录</source>
        <translation>against the strike of {day}</translation>
    </message>
    <message>
        <source>举报人只记在这台电脑上，不出现在告知和导出里。</source>
        <translation>Who reported is kept on this computer alone, in no notice and no export.</translation>
    </message>
    <message>
        <source>对{name}的举报</source>
        <translation>Report about {name}</translation>
    </message>
    <message>
        <source>已记为举报</source>
        <translation>Report recorded</translation>
    </message>
    <message>
        <source>已记为申诉</source>
        <translation>Appeal recorded</translation>
    </message>
    <message>
        <source>把这条消息记为</source>
        <translation>Put this message on record as</translation>
    </message>
    <message>
        <source>等您在「成员」里处理</source>
        <translation>It waits for you in Members</translation>
    </message>
    <message>
        <source>记为举报</source>
        <translation>Record report</translation>
    </message>
    <message>
        <source>记为申诉</source>
        <translation>Record appeal</translation>
    </message>
    <message>
        <source>谁举报的？可以不写</source>
        <translation>Reported by (optional)</translation>
    </message>
    <message>
        <source>这条消息和图片留作证据</source>
        <translation>the message and its pictures are kept as evidence</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>和「设置」里的经手人写得一样</source>
        <translation>as written under “Moderator” in the settings</translation>
    </message>
    <message>
        <source>如 22:00-07:30；空着按群规</source>
        <translation>such as 22:00-07:30; empty: as the rules say</translation>
    </message>
    <message>
        <source>安静时间</source>
        <translation>Quiet hours</translation>
    </message>
    <message>
        <source>当前群：{group}</source>
        <translation>Current group: {group}</translation>
    </message>
    <message>
        <source>待办 {count}</source>
        <translation>{count} to do</translation>
    </message>
    <message>
        <source>换一份群规，已有的记录都留着，条款和阶梯从此按新的算。</source>
        <translation>With another rulebook the record stays; clauses and ladder follow the new one from now on.</translation>
    </message>
    <message>
        <source>新建「{group}」</source>
        <translation>New: “{group}”</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>添加群</source>
        <translation>Add group</translation>
    </message>
    <message>
        <source>添加群…(&amp;N)</source>
        <translation>&amp;New group…</translation>
    </message>
    <message>
        <source>编辑「{group}」</source>
        <translation>Edit “{group}”</translation>
    </message>
    <message>
        <source>编辑「{group}」…(&amp;E)</source>
        <translation>&amp;Edit “{group}”…</translation>
    </message>
    <message>
        <source>群</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>群主</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>群名</source>
        <translation>Group name</translation>
    </message>
    <message>
        <source>群规</source>
        <translation>Rulebook</translation>
    </message>
    <message>
        <source>群规模板</source>
        <translation>Rulebook templates</translation>
    </message>
    <message>
        <source>自由群</source>
        <translation>Free group</translation>
    </message>
    <message>
        <source>还没有写群名。</source>
        <translation>The group has no name yet.</translation>
    </message>
    <message>
        <source>选一份最接近的群规，随时可以在「群规」里逐条调整。</source>
        <translation>Choose the rulebook that comes closest; you can adjust each clause under Rules at any time.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Enter 或 F3 看下一处</source>
        <translation>Enter or F3 shows the next place</translation>
    </message>
    <message>
        <source>使用说明</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>在说明里找</source>
        <translation>Search the help</translation>
    </message>
    <message>
        <source>没有找到「{words}」</source>
        <translation>“{words}” is not in the help</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>第 {number} 处，共 {count} 处</source>
        <translation>{number} of {count}</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>CSV 表格</source>
        <translation>CSV table</translation>
    </message>
    <message>
        <source>Excel 表格</source>
        <translation>Excel table</translation>
    </message>
    <message>
        <source>{field}：{was} → {now}</source>
        <translation>{field}: {was} → {now}</translation>
    </message>
    <message>
        <source>{name}在群里的名单上，这份名单里没有。</source>
        <translation>{name} is on the group’s list, but not in this one.</translation>
    </message>
    <message>
        <source>{name}（{card}）</source>
        <translation>{name} ({card})</translation>
    </message>
    <message>
        <source>{source} → {group}</source>
        <translation>{source} → {group}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不读</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>全部记为已退群</source>
        <translation>All have left</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>名单已导出</source>
        <translation>List exported</translation>
    </message>
    <message>
        <source>名单里只有群里 {there} 位中的 {named} 位，看作一部分：没有列出不在名单里的。</source>
        <translation>The list names only {named} of the {there} people in the group and is taken for a part of it: those it leaves out are not listed.</translation>
    </message>
    <message>
        <source>和第 {rows} 行是同一位，叫法以这一行为准</source>
        <translation>The same member as row {rows}; this row gives the name</translation>
    </message>
    <message>
        <source>和第 {rows} 行是同一位，这里的叫法记作别名</source>
        <translation>The same member as row {rows}; the name here becomes an alias</translation>
    </message>
    <message>
        <source>导入名单</source>
        <translation>Import members</translation>
    </message>
    <message>
        <source>导出名单</source>
        <translation>Export members</translation>
    </message>
    <message>
        <source>已不在名单里 {count}</source>
        <translation>No longer listed {count}</translation>
    </message>
    <message>
        <source>已退群</source>
        <translation>Has left</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>拿不准</source>
        <translation>Unsure</translation>
    </message>
    <message>
        <source>拿不准 {count}</source>
        <translation>Unsure {count}</translation>
    </message>
    <message>
        <source>改动或原因</source>
        <translation>Changes or reason</translation>
    </message>
    <message>
        <source>新</source>
        <translation>New</translation>
    </message>
    <message>
        <source>新 {count}</source>
        <translation>New {count}</translation>
    </message>
    <message>
        <source>新成员</source>
        <translation>New member</translation>
    </message>
    <message>
        <source>是{name}</source>
        <translation>Is {name}</translation>
    </message>
    <message>
        <source>有 {count} 行选成了同一位，合在一起记。</source>
        <translation>{count} rows were taken for the same member and go together.</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>有改动 {count}</source>
        <translation>Changed {count}</translation>
    </message>
    <message>
        <source>正在读名单</source>
        <translation>Reading the list</translation>
    </message>
    <message>
        <source>没有要导入的：名单里的都一样。</source>
        <translation>Nothing to import: the list says the same.</translation>
    </message>
    <message>
        <source>留下</source>
        <translation>Stays</translation>
    </message>
    <message>
        <source>留在名单里</source>
        <translation>Stays on the list</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>相同 {count}</source>
        <translation>Same {count}</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>确认导入 {count} 位</source>
        <translation>Import {count} {count:member|members}</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>第 {number} 列 {title}</source>
        <translation>Column {number} {title}</translation>
    </message>
    <message>
        <source>粘贴的名单</source>
        <translation>Pasted list</translation>
    </message>
    <message>
        <source>记为已退群</source>
        <translation>Has left</translation>
    </message>
    <message>
        <source>读不了</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>读不了 {count}</source>
        <translation>Unreadable {count}</translation>
    </message>
    <message>
        <source>读到 {count} 位。列名认错了可以在表头改；确认以前什么都不写。</source>
        <translation>{count} {count:person|people} read. Name a column otherwise in its heading; nothing is written before you confirm.</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>还有 {count} 位没有选定，确认时会跳过。</source>
        <translation>{count} undecided; confirming skips them.</translation>
    </message>
    <message>
        <source>这份名单读不了</source>
        <translation>This list cannot be read</translation>
    </message>
    <message>
        <source>这就是全部成员</source>
        <translation>These are all members</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Repeated</translation>
    </message>
    <message>
        <source>重复 {count}</source>
        <translation>Repeated {count}</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>黑名单</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>黑名单 {count}</source>
        <translation>Blocked {count}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>拿不准</source>
        <translation>Unsure</translation>
    </message>
    <message>
        <source>没问题</source>
        <translation>No problem</translation>
    </message>
    <message>
        <source>违规</source>
        <translation>Violation</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>{field}：{was} → {now}</source>
        <translation>{field}: {was} → {now}</translation>
    </message>
    <message>
        <source>{names}等 {count} 位</source>
        <translation>{names} and others, {count} in all</translation>
    </message>
    <message>
        <source>{name}（{group}）</source>
        <translation>{name} ({group})</translation>
    </message>
    <message>
        <source>{steps}等</source>
        <translation>{steps} …</translation>
    </message>
    <message>
        <source>{when} 撤销。</source>
        <translation>Undone {when}.</translation>
    </message>
    <message>
        <source>{when} 由{moderator}撤销。</source>
        <translation>Undone {when} by {moderator}.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>上次到场</source>
        <translation>Last met</translation>
    </message>
    <message>
        <source>不是同一人</source>
        <translation>Not the same person</translation>
    </message>
    <message>
        <source>两群相连</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>举报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>之后做的 {count} 步会一起回去：{steps}。现在的样子会先备份。</source>
        <translation>Later steps go with it ({count}): {steps}. All is backed up as it is now first.</translation>
    </message>
    <message>
        <source>人、条款、原话、日期</source>
        <translation>Person, clause, words, date</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>修改资料</source>
        <translation>Edited</translation>
    </message>
    <message>
        <source>全部种类</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>共 {count} 步</source>
        <translation>{count} {count:action|actions}</translation>
    </message>
    <message>
        <source>列入黑名单</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>删除资料</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>别名</source>
        <translation>Aliases</translation>
    </message>
    <message>
        <source>到</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>办结举报</source>
        <translation>Report closed</translation>
    </message>
    <message>
        <source>加入名单</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>原话</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>原话或内容</source>
        <translation>Message or content</translation>
    </message>
    <message>
        <source>发出的「{notice}」</source>
        <translation>“{notice}” as given</translation>
    </message>
    <message>
        <source>另有 {count} 处</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>可以找人名、条款、原话、理由、经手人，也可以写 2026-05、昨天、上周。</source>
        <translation>Search names, clauses, messages, reasons and moderators; dates work too: 2026-05, yesterday, last week.</translation>
    </message>
    <message>
        <source>同一人</source>
        <translation>One person</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>否决</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>告知</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>哪个群</source>
        <translation>Which group</translation>
    </message>
    <message>
        <source>在这里做过的每一步都会记下：谁、什么时候、对谁、为什么，并且可以撤销。</source>
        <translation>Everything done here is kept: by whom, when, to whom and why. It can be undone.</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>已交</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>已回复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>已导出 {count} 步到「{file}」</source>
        <translation>Exported {count} {count:action|actions} to “{file}”</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restored</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>所有群</source>
        <translation>All groups</translation>
    </message>
    <message>
        <source>执行</source>
        <translation>Carried out</translation>
    </message>
    <message>
        <source>提请</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销这一步</source>
        <translation>Undo this action</translation>
    </message>
    <message>
        <source>撤销这一步…</source>
        <translation>Undo this…</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>昨天 {time}</source>
        <translation>yesterday {time}</translation>
    </message>
    <message>
        <source>暂停到</source>
        <translation>Suspended until</translation>
    </message>
    <message>
        <source>最近 {count} 步，往下还有</source>
        <translation>Latest {count} actions, more below</translation>
    </message>
    <message>
        <source>最近发言</source>
        <translation>Last seen</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>正在读取记录…</source>
        <translation>Reading the record…</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>没有写</source>
        <translation>not given</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>申诉</source>
        <translation>Appeal</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>移出名单</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>移出黑名单</source>
        <translation>Unblocked</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>经手</source>
        <translation>By</translation>
    </message>
    <message>
        <source>维持</source>
        <translation>Upheld</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>罚款或红包</source>
        <translation>Fine or red packet</translation>
    </message>
    <message>
        <source>群</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>群名片</source>
        <translation>Name card</translation>
    </message>
    <message>
        <source>补判</source>
        <translation>Ruled a violation</translation>
    </message>
    <message>
        <source>要回复的事</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>要撤销「{what}」（{day}）吗？记录里会划去它，并写明是谁撤销的。</source>
        <translation>Undo “{what}” ({day})? It stays in the record, struck through, with who undid it.</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>记次</source>
        <translation>Strike</translation>
    </message>
    <message>
        <source>证据图片 {number}</source>
        <translation>Evidence picture {number}</translation>
    </message>
    <message>
        <source>误判</source>
        <translation>Misjudged</translation>
    </message>
    <message>
        <source>请假到</source>
        <translation>Away until</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>Nothing recorded yet</translation>
    </message>
    <message>
        <source>这个群</source>
        <translation>This group</translation>
    </message>
    <message>
        <source>进群</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>选定资料</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>邀请人</source>
        <translation>Invited by</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>{page}，待办 {count}</source>
        <translation>{page}, {count} to do</translation>
    </message>
    <message>
        <source>{why}记录都在。改好后回到这里，或者给这个群换一份群规。</source>
        <translation>{why} The record is whole. Mend the file and come back here, or choose other rules for this group.</translation>
    </message>
    <message>
        <source>「{group}」暂时看不了</source>
        <translation>“{group}” cannot be shown for now</translation>
    </message>
    <message>
        <source>另有 {count} 处，在「群规」和日志里。</source>
        <translation>{count} more, on the Rules page and in the log.</translation>
    </message>
    <message>
        <source>可撤销：{what}</source>
        <translation>Can be undone: {what}</translation>
    </message>
    <message>
        <source>告知</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>当前群</source>
        <translation>Current group</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>编辑群…</source>
        <translation>Edit group…</translation>
    </message>
    <message>
        <source>群管助手</source>
        <translation>Group Moderator</translation>
    </message>
    <message>
        <source>群规</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>{count} 人有记录</source>
        <translation>{count} with strikes</translation>
    </message>
    <message>
        <source>{count} 次</source>
        <translation>{count} {count:strike|strikes}</translation>
    </message>
    <message>
        <source>{count} 次已失效</source>
        <translation>{count} lapsed</translation>
    </message>
    <message>
        <source>{first} 等 {count} 条</source>
        <translation>{first} and more ({count})</translation>
    </message>
    <message>
        <source>{group}：{person}</source>
        <translation>{group}: {person}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>「{words}」</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>一次复制一条提醒，名字都在里面，提醒过谁、哪天提醒的会记下。选中几行，就只提醒这几位。</source>
        <translation>One reminder with all names is copied, and who was reminded when is recorded. Select rows to remind only those.</translation>
    </message>
    <message>
        <source>两份记录会合成{name}这一份，次数加在一起，别名都留着；撤销可以分开。</source>
        <translation>Both records become that of {name}: counts are added, other names kept. Undo parts them again.</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>For</translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>Today {time}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>修改资料</source>
        <translation>Edited</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>再犯 {action}</source>
        <translation>Then: {action}</translation>
    </message>
    <message>
        <source>几个别名之间用逗号隔开</source>
        <translation>Put commas between several aliases</translation>
    </message>
    <message>
        <source>别名</source>
        <translation>Aliases</translation>
    </message>
    <message>
        <source>原话</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>只告知</source>
        <translation>Notice only</translation>
    </message>
    <message>
        <source>只记录，不告知</source>
        <translation>Record only</translation>
    </message>
    <message>
        <source>可按姓名、别名、群名片或拼音首字母查找。</source>
        <translation>Search by name, alias, name card or pinyin initials.</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>不像姓名</source>
        <translation>name reads odd</translation>
    </message>
    <message>
        <source>{count} 位久未发言</source>
        <translation>{count} silent {count:member|members}</translation>
    </message>
    <message>
        <source>{count} 位名片不合</source>
        <translation>{count} name {count:card|cards} to correct</translation>
    </message>
    <message>
        <source>{count} 位进群后没有说过话</source>
        <translation>{count} {count:newcomer|newcomers} without a word</translation>
    </message>
    <message>
        <source>{count} 张</source>
        <translation>{count} {count:picture|pictures}</translation>
    </message>
    <message>
        <source>{count} 次，{day}</source>
        <translation>{count}×, {day}</translation>
    </message>
    <message>
        <source>{count} 次，最近 {day}</source>
        <translation>{count}×, last {day}</translation>
    </message>
    <message>
        <source>{count}，{place}</source>
        <translation>{count}, {place}</translation>
    </message>
    <message>
        <source>{days} 天没有发言</source>
        <translation>Silent for {days} {days:day|days}</translation>
    </message>
    <message>
        <source>{day} 作废：{reason}</source>
        <translation>Voided {day}: {reason}</translation>
    </message>
    <message>
        <source>{day} 提醒过</source>
        <translation>Reminded {day}</translation>
    </message>
    <message>
        <source>{day} 起可以恢复</source>
        <translation>May be back from {day}</translation>
    </message>
    <message>
        <source>{field}有两种写法：{me}写「{mine}」，{other}写「{their}」。用哪一个？</source>
        <translation>{field} differs: {me} wrote “{mine}”, {other} wrote “{their}”. Which one?</translation>
    </message>
    <message>
        <source>{kind} · {about}</source>
        <translation>{kind} · {about}</translation>
    </message>
    <message>
        <source>{names}等 {count} 位</source>
        <translation>{names} and others, {count} in all</translation>
    </message>
    <message>
        <source>{name}在 {day} 因「{what}」记的这一次将不再计数。记录、申诉和理由都会留着。</source>
        <translation>The strike of {name} on {day} for “{what}” will count no longer. Record, appeal and reason stay.</translation>
    </message>
    <message>
        <source>{name}在 {day} 因「{what}」记的这一次将不再计数。记录和理由都留着。</source>
        <translation>The strike of {name} on {day} for “{what}” will count no longer. Record and reason stay.</translation>
    </message>
    <message>
        <source>{name}在 {day} 因「{what}」记的这一次照旧计数，申诉就此办结。</source>
        <translation>The strike of {name} on {day} for “{what}” goes on counting; the appeal is closed.</translation>
    </message>
    <message>
        <source>{name}请假</source>
        <translation>Leave of {name}</translation>
    </message>
    <message>
        <source>{needs}请在微信里移出{name}，再按「已移出」；给群里的说明会放到剪贴板。</source>
        <translation>{needs} Remove {name} in WeChat, then press “Removed”; the explanation for the group is put on the clipboard.</translation>
    </message>
    <message>
        <source>举报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>举报{name}</source>
        <translation>Report {name}</translation>
    </message>
    <message>
        <source>举报…</source>
        <translation>Report…</translation>
    </message>
    <message>
        <source>举报人</source>
        <translation>Reported by</translation>
    </message>
    <message>
        <source>举报人：{name}。只有这台电脑上看得到。</source>
        <translation>Reported by {name}. Seen on this computer only.</translation>
    </message>
    <message>
        <source>久未发言 {count}</source>
        <translation>Silent {count}</translation>
    </message>
    <message>
        <source>什么事</source>
        <translation>What</translation>
    </message>
    <message>
        <source>从名单移除</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>从名单移除…</source>
        <translation>Take off the list…</translation>
    </message>
    <message>
        <source>以后在任何一个群里遇到{name}的名字、别名或相近的名字，都会提醒您。不会自动移出任何人。</source>
        <translation>You are warned in every group when the name of {name}, or one like it, is met again. Nobody is removed by itself.</translation>
    </message>
    <message>
        <source>会留在记录里</source>
        <translation>Stays in the record</translation>
    </message>
    <message>
        <source>何时</source>
        <translation>When</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>作废…</source>
        <translation>Void…</translation>
    </message>
    <message>
        <source>作废以后这一次不再计数；维持则照旧计数。都要写一句理由。</source>
        <translation>Voided, the strike counts no longer; upheld, it goes on counting. Both want a reason.</translation>
    </message>
    <message>
        <source>作废理由</source>
        <translation>Reason for voiding</translation>
    </message>
    <message>
        <source>作废这一次</source>
        <translation>Void this strike</translation>
    </message>
    <message>
        <source>作废这一次…</source>
        <translation>Void this strike…</translation>
    </message>
    <message>
        <source>做一次就是一步，撤销也是一步。</source>
        <translation>What you do is one step, and undone in one.</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>再写一遍姓名</source>
        <translation>Write the name again</translation>
    </message>
    <message>
        <source>再暂停…</source>
        <translation>Suspend again…</translation>
    </message>
    <message>
        <source>写下关于{name}的这次举报怎么处理的。</source>
        <translation>Write how this report about {name} was dealt with.</translation>
    </message>
    <message>
        <source>列入黑名单</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>列入黑名单…</source>
        <translation>Block…</translation>
    </message>
    <message>
        <source>删除{name}的资料</source>
        <translation>Delete the data of {name}</translation>
    </message>
    <message>
        <source>删除资料</source>
        <translation>Delete data</translation>
    </message>
    <message>
        <source>删除资料…</source>
        <translation>Delete data…</translation>
    </message>
    <message>
        <source>判为违规</source>
        <translation>called a violation</translation>
    </message>
    <message>
        <source>到 {day}</source>
        <translation>Until {day}</translation>
    </message>
    <message>
        <source>到您恢复为止</source>
        <translation>Until you restore them</translation>
    </message>
    <message>
        <source>到群里粘贴即可；提醒已记下。</source>
        <translation>Paste it in the group; the reminder is recorded.</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>办结…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>办结举报</source>
        <translation>Close the report</translation>
    </message>
    <message>
        <source>原话里有举报人的名字，转述时请留意。</source>
        <translation>The words name who reported: take care when passing them on.</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Deal with it</translation>
    </message>
    <message>
        <source>另一位</source>
        <translation>The other one</translation>
    </message>
    <message>
        <source>另一位管理员</source>
        <translation>another moderator</translation>
    </message>
    <message>
        <source>可以不写</source>
        <translation>May be left empty</translation>
    </message>
    <message>
        <source>同一个人</source>
        <translation>The same person</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>名单里还有一位「{name}」（{card}）。</source>
        <translation>There is another {name} on the list ({card}).</translation>
    </message>
    <message>
        <source>名片不合 {count}</source>
        <translation>Name cards {count}</translation>
    </message>
    <message>
        <source>名片各项</source>
        <translation>Card fields</translation>
    </message>
    <message>
        <source>名片：{card} · {wanting}</source>
        <translation>Card: {card} · {wanting}</translation>
    </message>
    <message>
        <source>否决</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>否决…</source>
        <translation>Decline…</translation>
    </message>
    <message>
        <source>告知</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>和</source>
        <translation> and </translation>
    </message>
    <message>
        <source>和另一位是同一人…</source>
        <translation>Same person as…</translation>
    </message>
    <message>
        <source>和黑名单里的「{known}」名字相同或相近：{why}</source>
        <translation>Same or similar name as “{known}” on the blocklist: {why}</translation>
    </message>
    <message>
        <source>哪天</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>在别的群</source>
        <translation>Other groups</translation>
    </message>
    <message>
        <source>在别的群里</source>
        <translation>In another group</translation>
    </message>
    <message>
        <source>在别的群里是…</source>
        <translation>In another group they are…</translation>
    </message>
    <message>
        <source>在此之前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>在黑名单里（{day}）：{why}</source>
        <translation>On the blocklist since {day}: {why}</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>天数请写成数字，如 7。</source>
        <translation>Write the days as a number, such as 7.</translation>
    </message>
    <message>
        <source>如 100 元</source>
        <translation>such as 100 yuan</translation>
    </message>
    <message>
        <source>如 18:00，或 2026-12-01 18:00</source>
        <translation>such as 18:00, or 2026-12-01 18:00</translation>
    </message>
    <message>
        <source>如 2026-12-01，或几天后：7</source>
        <translation>such as 2026-12-01, or in days: 7</translation>
    </message>
    <message>
        <source>如：已提醒本人，未记次数</source>
        <translation>such as: reminded in private, no strike</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>姓名、别名、拼音首字母</source>
        <translation>Name, alias, pinyin initials</translation>
    </message>
    <message>
        <source>对{name}的提请就此结束，{name}留在群里。以后可以重新提请。</source>
        <translation>The proposal ends and {name} stays in the group. It can be proposed again.</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导出名单…</source>
        <translation>Export list…</translation>
    </message>
    <message>
        <source>已交</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>已作废 {count} 次</source>
        <translation>{count} voided</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已同意</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>已回复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>已复制给 {count} 位的提醒</source>
        <translation>Copied a reminder for {count} {count:member|members}</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>Lapsed</translation>
    </message>
    <message>
        <source>已失效 {count} 次</source>
        <translation>{count} lapsed</translation>
    </message>
    <message>
        <source>已提请移出。{needs}</source>
        <translation>Removal is proposed. {needs}</translation>
    </message>
    <message>
        <source>已选 {count} 位</source>
        <translation>{count} selected</translation>
    </message>
    <message>
        <source>把「{name}」从名单移除？用于加错的人；退群或移出请改状态。记录都留着，撤销（Ctrl+Z）可以恢复。</source>
        <translation>Take “{name}” off the list? Meant for people added by mistake; who left or was removed has a status for it. The record stays, and Ctrl+Z brings them back.</translation>
    </message>
    <message>
        <source>把名单文件拖到这里，或在微信里复制名单后按 Ctrl+V。</source>
        <translation>Drag a file with members here, or copy a list in WeChat and press Ctrl+V.</translation>
    </message>
    <message>
        <source>提请、申诉、举报、没有回复的事和到期的暂停都会列在这里。</source>
        <translation>Proposals, appeals, reports, unanswered tasks and suspensions that ended are listed here.</translation>
    </message>
    <message>
        <source>是同一人…</source>
        <translation>Same person…</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>this computer</translation>
    </message>
    <message>
        <source>没有人</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>没有名片</source>
        <translation>no name card</translation>
    </message>
    <message>
        <source>没有要办的事</source>
        <translation>Nothing to do</translation>
    </message>
    <message>
        <source>用「{value}」</source>
        <translation>Use “{value}”</translation>
    </message>
    <message>
        <source>申诉…</source>
        <translation>Appeal…</translation>
    </message>
    <message>
        <source>看全部成员</source>
        <translation>Show all members</translation>
    </message>
    <message>
        <source>移除「{name}」</source>
        <translation>Take off “{name}”</translation>
    </message>
    <message>
        <source>等人同意</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>缺什么</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>要提醒的成员</source>
        <translation>Members to remind</translation>
    </message>
    <message>
        <source>记一次…</source>
        <translation>Strike…</translation>
    </message>
    <message>
        <source>这些文件打不开，没能清理，请自行删除：{files}</source>
        <translation>These files could not be opened and cleaned; please delete them yourself: {files}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>已移出</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>{count} 位很久没有来聚会</source>
        <translation>{count} {count:member|members} long without a meet-up</translation>
    </message>
    <message>
        <source>{count} 次，{day}，次数已到</source>
        <translation>{count} times, {day}; that is all</translation>
    </message>
    <message>
        <source>不是同一人</source>
        <translation>Not the same person</translation>
    </message>
    <message>
        <source>举报人只记在这台电脑上，不进记录、导出和告知。截图会复制一份留作证据，打包时一起发给别的管理员：看得出谁举报的，请先遮住。</source>
        <translation>Who reported stays on this computer, out of the record, exports and notices. Screenshots are copied as evidence and go to other moderators with a bundle: cover whatever shows who reported.</translation>
    </message>
    <message>
        <source>其余 {count} 件要一件一件办。</source>
        <translation>The other {count} have to be settled one by one.</translation>
    </message>
    <message>
        <source>写下同意移出{name}的是哪位管理员或群主。也可以打包给他，他同意以后再合并回来。</source>
        <translation>Write which moderator or owner agreed to remove {name}. Or send them a bundle and merge theirs when they have agreed.</translation>
    </message>
    <message>
        <source>另一位同意了</source>
        <translation>Another one agreed</translation>
    </message>
    <message>
        <source>另一位同意了…</source>
        <translation>Another one agreed…</translation>
    </message>
    <message>
        <source>同意这 {count} 位</source>
        <translation>Agree to these {count}</translation>
    </message>
    <message>
        <source>名单里没有「{name}」。再按一次 Enter，就加入名单并记一次。</source>
        <translation>Nobody on the list is called “{name}”. Press Enter again to add them and record the strike.</translation>
    </message>
    <message>
        <source>回到原来的群</source>
        <translation>Back to their group</translation>
    </message>
    <message>
        <source>在全部成员里找</source>
        <translation>Look among all members</translation>
    </message>
    <message>
        <source>已移出 {count}</source>
        <translation>Removed {count}</translation>
    </message>
    <message>
        <source>已移出这 {count} 位</source>
        <translation>These {count} were removed</translation>
    </message>
    <message>
        <source>已退群</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>已退群 {count}</source>
        <translation>Left {count}</translation>
    </message>
    <message>
        <source>已选 {count} 件</source>
        <translation>{count} matters selected</translation>
    </message>
    <message>
        <source>应有 {parts} 段</source>
        <translation>should have {parts} parts</translation>
    </message>
    <message>
        <source>当时</source>
        <translation>At the time</translation>
    </message>
    <message>
        <source>当时的处理：{step}</source>
        <translation>Step at the time: {step}</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>待办 {count}</source>
        <translation>To do {count}</translation>
    </message>
    <message>
        <source>怎么处理</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>怎么处理都可以，办结时写一句。举报人不进记录、导出和告知。</source>
        <translation>Deal with it as you see fit, and write a sentence when closing. Who reported stays out of records, exports and notices.</translation>
    </message>
    <message>
        <source>怎么说</source>
        <translation>What they say</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>恢复前</source>
        <translation>Before the return</translation>
    </message>
    <message>
        <source>恢复前 {count} 次</source>
        <translation>{count} before return</translation>
    </message>
    <message>
        <source>恢复前 {count} 次，不再计</source>
        <translation>{count} before the return, not counted</translation>
    </message>
    <message>
        <source>您同意以后，还缺谁的同意会写在各人那里。一次就是一步，撤销也是一步。</source>
        <translation>Once you agreed, whose consent is still missing stands with each of them. All of it is one step, and one undo. </translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>成立</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>截图</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>截图 {count} 张</source>
        <translation>{count} {count:picture|pictures}</translation>
    </message>
    <message>
        <source>打开截图 {number}</source>
        <translation>Open picture {number}</translation>
    </message>
    <message>
        <source>按哪条</source>
        <translation>By which rule</translation>
    </message>
    <message>
        <source>按群规，一次移出超过 {most} 位要群主同意。现在先记为提请，同意以后再移出。</source>
        <translation>More than {most} removals at once need the owner. It is proposed now and done once agreed.</translation>
    </message>
    <message>
        <source>按群规，移出要 {admins} 位管理员同意。现在先记为提请，您算第一位。</source>
        <translation>A removal needs {admins} moderators. It is proposed now; you are the first.</translation>
    </message>
    <message>
        <source>按群规，移出要 {admins} 位管理员同意，或群主同意。现在先记为提请，您算第一位。</source>
        <translation>A removal needs {admins} moderators, or the owner. It is proposed now; you are the first.</translation>
    </message>
    <message>
        <source>提请{what}</source>
        <translation>Proposed: {what}</translation>
    </message>
    <message>
        <source>提请移出</source>
        <translation>Propose removal</translation>
    </message>
    <message>
        <source>提醒过</source>
        <translation>Reminded</translation>
    </message>
    <message>
        <source>提醒过 {count} 次，次数已到</source>
        <translation>all {count} reminders given</translation>
    </message>
    <message>
        <source>提醒这 {count} 位</source>
        <translation>Remind these {count}</translation>
    </message>
    <message>
        <source>数额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>日期请写成 2026-12-01。</source>
        <translation>Write the day as 2026-12-01.</translation>
    </message>
    <message>
        <source>日期请写成 2026-12-01，或几天后：7。</source>
        <translation>Write the day as 2026-12-01, or in days: 7.</translation>
    </message>
    <message>
        <source>时间请写成 18:00，或 2026-12-01 18:00。</source>
        <translation>Write the time as 18:00, or 2026-12-01 18:00.</translation>
    </message>
    <message>
        <source>是同一人</source>
        <translation>Same person</translation>
    </message>
    <message>
        <source>显示举报人</source>
        <translation>Show who reported</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>暂停 {count}</source>
        <translation>Suspended {count}</translation>
    </message>
    <message>
        <source>暂停{name}</source>
        <translation>Suspend {name}</translation>
    </message>
    <message>
        <source>暂停…</source>
        <translation>Suspend…</translation>
    </message>
    <message>
        <source>暂停到</source>
        <translation>Suspended until</translation>
    </message>
    <message>
        <source>暂停到 {day}</source>
        <translation>Suspended to {day}</translation>
    </message>
    <message>
        <source>暂停已到期</source>
        <translation>Suspension over</translation>
    </message>
    <message>
        <source>暂停的时间到了。请在微信里请{name}回来，再按「恢复」。</source>
        <translation>The suspension is over. Ask {name} back in WeChat, then press “Restore”.</translation>
    </message>
    <message>
        <source>最近发言</source>
        <translation>Last heard</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>有效 {count} 次</source>
        <translation>{count} counting</translation>
    </message>
    <message>
        <source>有记录 {count}</source>
        <translation>Strikes {count}</translation>
    </message>
    <message>
        <source>未交</source>
        <translation>Unpaid</translation>
    </message>
    <message>
        <source>未交罚款</source>
        <translation>Unpaid fine</translation>
    </message>
    <message>
        <source>未到时间</source>
        <translation>Not due yet</translation>
    </message>
    <message>
        <source>未发红包</source>
        <translation>Red packet owed</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>来过聚会</source>
        <translation>Came to a meet-up</translation>
    </message>
    <message>
        <source>来过聚会…</source>
        <translation>Came to a meet-up…</translation>
    </message>
    <message>
        <source>正在删除{name}的资料…</source>
        <translation>Deleting the data of {name}…</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>没有写</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>没有写明</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>没有回复</source>
        <translation>Unanswered</translation>
    </message>
    <message>
        <source>没有找到「{query}」</source>
        <translation>Nothing found for “{query}”</translation>
    </message>
    <message>
        <source>没有有效的记录</source>
        <translation>No counting strikes</translation>
    </message>
    <message>
        <source>没有留下原话。</source>
        <translation>The message was not kept.</translation>
    </message>
    <message>
        <source>没有记下</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>添加成员</source>
        <translation>Add a member</translation>
    </message>
    <message>
        <source>添加成员「{query}」</source>
        <translation>Add “{query}”</translation>
    </message>
    <message>
        <source>满 {days} 天失效</source>
        <translation>Lapses after {days} {days:day|days}</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>理由：{reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>用前一种</source>
        <translation>Use the first</translation>
    </message>
    <message>
        <source>用后一种</source>
        <translation>Use the second</translation>
    </message>
    <message>
        <source>用的是名字：{name}</source>
        <translation>The name itself: {name}</translation>
    </message>
    <message>
        <source>申诉</source>
        <translation>Appeal</translation>
    </message>
    <message>
        <source>看这位成员</source>
        <translation>Show this member</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>移出</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>移出{names}</source>
        <translation>Remove {names}</translation>
    </message>
    <message>
        <source>移出…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>移出黑名单</source>
        <translation>Unblock</translation>
    </message>
    <message>
        <source>移到自由群</source>
        <translation>Move to free group</translation>
    </message>
    <message>
        <source>空着：到您恢复为止</source>
        <translation>Empty: until you restore them</translation>
    </message>
    <message>
        <source>第 {number} 条 {title}</source>
        <translation>Clause {number} {title}</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>红包</source>
        <translation>Red packet</translation>
    </message>
    <message>
        <source>经手</source>
        <translation>By</translation>
    </message>
    <message>
        <source>给{name}记一笔，只作记录，这里不收钱；交了以后在记录里按「已交」。</source>
        <translation>Put one on record for {name}; nothing is collected here. Press “Paid” in the record once it was.</translation>
    </message>
    <message>
        <source>维持</source>
        <translation>Uphold</translation>
    </message>
    <message>
        <source>维持…</source>
        <translation>Uphold…</translation>
    </message>
    <message>
        <source>维持这一次</source>
        <translation>Uphold this strike</translation>
    </message>
    <message>
        <source>编辑成员</source>
        <translation>Edit the member</translation>
    </message>
    <message>
        <source>编辑资料…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>缺{fields}</source>
        <translation>no {fields}</translation>
    </message>
    <message>
        <source>罚款</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>罚款或红包</source>
        <translation>Fine or red packet</translation>
    </message>
    <message>
        <source>罚款或红包…</source>
        <translation>Fine or red packet…</translation>
    </message>
    <message>
        <source>群</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>群名片</source>
        <translation>Name card</translation>
    </message>
    <message>
        <source>聚会</source>
        <translation>Meet-up</translation>
    </message>
    <message>
        <source>自由群</source>
        <translation>Free group</translation>
    </message>
    <message>
        <source>自由群 {count}</source>
        <translation>Free {count}</translation>
    </message>
    <message>
        <source>要回复的事</source>
        <translation>Task to answer</translation>
    </message>
    <message>
        <source>要回复的事…</source>
        <translation>Task to answer…</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>记 {fine}</source>
        <translation>Record {fine}</translation>
    </message>
    <message>
        <source>记一次</source>
        <translation>Record a strike</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>记下{names}哪天来过聚会，一年没有聚会的名单就不再有他们。</source>
        <translation>Note the day on which {names} came to a meet-up; they are then off the list of those who never do.</translation>
    </message>
    <message>
        <source>记下{name}在别的群里是谁。两个群的次数分开计，互相看得到。</source>
        <translation>Tell who {name} is in another group. Strikes count apart, and each side shows the other.</translation>
    </message>
    <message>
        <source>记下{name}对 {day}「{what}」这一次怎么说。之后在「待办」里作废或维持；在那之前照旧计数。</source>
        <translation>Note what {name} says about the strike of {day} for “{what}”. Void or uphold it under “To do”; until then it counts.</translation>
    </message>
    <message>
        <source>记下同意</source>
        <translation>Note it</translation>
    </message>
    <message>
        <source>记下要{names}回复什么；到时没有回复，会列在「待办」里。</source>
        <translation>Note what {names} must answer; if nothing comes in time, it is listed under “To do”.</translation>
    </message>
    <message>
        <source>记为已移出，次数和告知都会留着。请在微信里也把{names}移出；说明会放到剪贴板。</source>
        <translation>Recorded as removed; strikes and notices stay. Remove {names} in WeChat too; the explanation is put on the clipboard.</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>说了什么，或粘贴截图</source>
        <translation>What was said, or paste a picture</translation>
    </message>
    <message>
        <source>请从列出的成员里选一位。</source>
        <translation>Choose one of the listed members.</translation>
    </message>
    <message>
        <source>请假</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>请假…</source>
        <translation>Leave…</translation>
    </message>
    <message>
        <source>请假到</source>
        <translation>On leave until</translation>
    </message>
    <message>
        <source>请假期间不算久未发言，也不催聚会。销假时把日期清空。</source>
        <translation>On leave nobody counts as silent or as missing meet-ups. Clear the day to end the leave.</translation>
    </message>
    <message>
        <source>请先在微信里移出这几位，再按「已移出」。一次就是一步，撤销也是一步。</source>
        <translation>Remove these people in WeChat first, then press this button. All of it is one step, and one undo. </translation>
    </message>
    <message>
        <source>请写「{name}」，以免删错人。</source>
        <translation>Write “{name}”, so that nobody is deleted by mistake.</translation>
    </message>
    <message>
        <source>请写一句怎么处理的，它会留在记录里。</source>
        <translation>Write how it was dealt with; it stays in the record.</translation>
    </message>
    <message>
        <source>请写一句理由，其他管理员要看着它决定。</source>
        <translation>Write a reason: the other moderators decide by it.</translation>
    </message>
    <message>
        <source>请写一句理由，它会留在记录里。</source>
        <translation>Write the reason; it stays in the record.</translation>
    </message>
    <message>
        <source>请写一句理由，提请的人要看着它明白。</source>
        <translation>Write a reason for whoever proposed it.</translation>
    </message>
    <message>
        <source>请写一句理由，日后才知道是为什么。</source>
        <translation>Write a reason, so that it is known later on.</translation>
    </message>
    <message>
        <source>请写一句，或粘贴一张截图。</source>
        <translation>Write a sentence, or paste a picture.</translation>
    </message>
    <message>
        <source>请写下名字，才知道是谁同意。</source>
        <translation>Write the name, so that it is known who agreed.</translation>
    </message>
    <message>
        <source>请到哪天</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>请在微信里把{name}暂时移出或禁言。{day} 起，「待办」会提醒您恢复。</source>
        <translation>Take {name} out or mute them in WeChat. From {day} on, “To do” reminds you to restore them.</translation>
    </message>
    <message>
        <source>请在微信里把{name}暂时移出或禁言。没有期限，到您按「恢复」为止。</source>
        <translation>Take {name} out or mute them in WeChat. It lasts until you press “Restore”.</translation>
    </message>
    <message>
        <source>谁同意</source>
        <translation>Who agreed</translation>
    </message>
    <message>
        <source>过了时间没有回复。</source>
        <translation>No answer in time.</translation>
    </message>
    <message>
        <source>过了时间没有回复。群规规定 {fine}，只作记录。</source>
        <translation>No answer in time. The rules ask for {fine}, for the record only.</translation>
    </message>
    <message>
        <source>还没有人</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>还没有写什么事。</source>
        <translation>Write what it is.</translation>
    </message>
    <message>
        <source>还没有写姓名。</source>
        <translation>The name is still missing.</translation>
    </message>
    <message>
        <source>还没有写怎么说。</source>
        <translation>Write what they say.</translation>
    </message>
    <message>
        <source>还没有写数额。</source>
        <translation>Write the amount.</translation>
    </message>
    <message>
        <source>还没有写是谁。</source>
        <translation>Who it is is still missing.</translation>
    </message>
    <message>
        <source>还没有写请到哪天。</source>
        <translation>Write until when.</translation>
    </message>
    <message>
        <source>还没有记录。</source>
        <translation>No record yet.</translation>
    </message>
    <message>
        <source>这一栏里没有「{query}」</source>
        <translation>No “{query}” under this filter</translation>
    </message>
    <message>
        <source>这几件没有可以一起办的，请一件一件办。</source>
        <translation>Nothing here can be done for all at once; please settle them one by one.</translation>
    </message>
    <message>
        <source>这里只作记录，不收钱。交了以后按「已交」。</source>
        <translation>For the record only; nothing is collected here. Press “Paid” once it was.</translation>
    </message>
    <message>
        <source>这里还没有人</source>
        <translation>Nobody here yet</translation>
    </message>
    <message>
        <source>进群</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>进群 {days} 天没有说过话</source>
        <translation>{days} {days:day|days} here without a word</translation>
    </message>
    <message>
        <source>进群日期</source>
        <translation>Day of joining</translation>
    </message>
    <message>
        <source>进群日期「{text}」读不懂，请写成 2026-03-01 这样。</source>
        <translation>The day “{text}” cannot be read; write it like 2026-03-01.</translation>
    </message>
    <message>
        <source>连起来</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>选中同样的 {count} 件</source>
        <translation>Select all {count} alike</translation>
    </message>
    <message>
        <source>选择图片</source>
        <translation>Choose pictures</translation>
    </message>
    <message>
        <source>选择图片…</source>
        <translation>Choose pictures…</translation>
    </message>
    <message>
        <source>逐件勾选，一起办</source>
        <translation>ticks one after another, to settle together</translation>
    </message>
    <message>
        <source>黑名单</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>黑名单 {count}</source>
        <translation>Blocked {count}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>1 {ours}（{by}） 2 {theirs}（{other}）</source>
        <translation>1 {ours} ({by})  2 {theirs} ({other})</translation>
    </message>
    <message>
        <source>{group} · {card}</source>
        <translation>{group} · {card}</translation>
    </message>
    <message>
        <source>{group} · {count} 条记录</source>
        <translation>{group} · {count} {count:entry|entries}</translation>
    </message>
    <message>
        <source>{group}：新 {new} 条，已有 {known} 条</source>
        <translation>{group}: {new} new, {known} known</translation>
    </message>
    <message>
        <source>{member} · {field}</source>
        <translation>{member} · {field}</translation>
    </message>
    <message>
        <source>{who}的记录，{made} 打包</source>
        <translation>Record of {who}, packed {made}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>两个人</source>
        <translation>Two people</translation>
    </message>
    <message>
        <source>两位管理员把同一项改成了不同的样子。按 1 或 2 选一个；没有选的以后还会问。</source>
        <translation>Two moderators set the same field differently. Press 1 or 2 to choose; what you leave is asked again later.</translation>
    </message>
    <message>
        <source>两位管理员把同一项改成了不同的样子。选一个；没有选的以后还会问。</source>
        <translation>Two moderators set the same field differently. Choose one; what you leave is asked again later.</translation>
    </message>
    <message>
        <source>两边名单里名字和名片都一样的人。说成同一人，两边的次数就一起算；没有说的，各算各的。</source>
        <translation>People with the same name and card on both lists. Told to be one person, their strikes count together; untold, they count apart.</translation>
    </message>
    <message>
        <source>两边改得不同</source>
        <translation>Set differently</translation>
    </message>
    <message>
        <source>两边改得不同 {count}</source>
        <translation>Set differently {count}</translation>
    </message>
    <message>
        <source>全部是同一人</source>
        <translation>All are one person</translation>
    </message>
    <message>
        <source>其中撤销了这里的 {count} 步。</source>
        <translation>{count} {count:action|actions} of this side were undone there.</translation>
    </message>
    <message>
        <source>可能是同一人</source>
        <translation>Possibly one person</translation>
    </message>
    <message>
        <source>可能是同一人 {count}</source>
        <translation>Possibly one person {count}</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>合并另一位管理员的记录</source>
        <translation>Merge another moderator’s record</translation>
    </message>
    <message>
        <source>合并，并删除 {count} 位的资料</source>
        <translation>Merge, and delete {count} {count:person|people}</translation>
    </message>
    <message>
        <source>同一人</source>
        <translation>One person</translation>
    </message>
    <message>
        <source>名单里会多 {count} 位：{names}。</source>
        <translation>{count} {count:person joins|people join} the list: {names}.</translation>
    </message>
    <message>
        <source>名单里会少 {count} 位：{names}。</source>
        <translation>{count} {count:goes|go} off the list: {names}.</translation>
    </message>
    <message>
        <source>对方已删除</source>
        <translation>Deleted there</translation>
    </message>
    <message>
        <source>对方已删除 {count}</source>
        <translation>Deleted there {count}</translation>
    </message>
    <message>
        <source>对方已应本人要求删除了这些人的资料。在这里删除后只留下不带姓名的次数，不能恢复；保留的，以后合并时还会问。</source>
        <translation>The other moderator deleted these people&apos;s data at their own request. Deleted here, only counts without a name stay, and they cannot be brought back; about those kept you are asked again at the next merge.</translation>
    </message>
    <message>
        <source>带来证据图片 {count} 张。</source>
        <translation>{count} evidence {count:picture comes|pictures come} with it.</translation>
    </message>
    <message>
        <source>新的 {count}</source>
        <translation>New {count}</translation>
    </message>
    <message>
        <source>新的记录，按种类</source>
        <translation>New entries by kind</translation>
    </message>
    <message>
        <source>新的记录，按经手人</source>
        <translation>New entries by moderator</translation>
    </message>
    <message>
        <source>正在合并…</source>
        <translation>Merging…</translation>
    </message>
    <message>
        <source>正在读取「{file}」…</source>
        <translation>Reading “{file}”…</translation>
    </message>
    <message>
        <source>没有。</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>没有写名字</source>
        <translation>no name</translation>
    </message>
    <message>
        <source>没有写名字的管理员</source>
        <translation>a moderator without a name</translation>
    </message>
    <message>
        <source>没有名片</source>
        <translation>no card</translation>
    </message>
    <message>
        <source>没有说，各算各的</source>
        <translation>not told, counted apart</translation>
    </message>
    <message>
        <source>没有选，以后再说</source>
        <translation>not chosen yet</translation>
    </message>
    <message>
        <source>用 1</source>
        <translation>Use 1</translation>
    </message>
    <message>
        <source>用 2</source>
        <translation>Use 2</translation>
    </message>
    <message>
        <source>还有 {count} 处没有选定，在「设置」里可以再选。</source>
        <translation>{count} {count:field is|fields are} still open; choose in the settings.</translation>
    </message>
    <message>
        <source>这个文件里的，这里都已经有了。</source>
        <translation>Everything in this file is here already.</translation>
    </message>
    <message>
        <source>这里也删除</source>
        <translation>Delete here too</translation>
    </message>
    <message>
        <source>这里保留</source>
        <translation>Keep here</translation>
    </message>
    <message>
        <source>选定</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>；这里还没有这个群，会添加</source>
        <translation>; this group is not here yet and will be added</translation>
    </message>
</context>
<context>
    <name>NextAct</name>
    <message>
        <source>{name}发红包，{amount}</source>
        <translation>Red packet from {name}: {amount}</translation>
    </message>
    <message>
        <source>{name}已在微信里移出</source>
        <translation>{name} was removed in WeChat</translation>
    </message>
    <message>
        <source>{name}已在微信里移到自由群</source>
        <translation>{name} was moved to the free group in WeChat</translation>
    </message>
    <message>
        <source>{name}已记为在自由群</source>
        <translation>{name} is on record as in the free group</translation>
    </message>
    <message>
        <source>{name}已记为移出</source>
        <translation>{name} is on record as removed</translation>
    </message>
    <message>
        <source>{name}暂停到{day}</source>
        <translation>{name} suspended until {day}</translation>
    </message>
    <message>
        <source>{name}暂停，何时结束再定</source>
        <translation>{name} suspended, end open</translation>
    </message>
    <message>
        <source>{name}罚款 {amount}</source>
        <translation>Fine for {name}: {amount}</translation>
    </message>
    <message>
        <source>{name}罚款或红包，数额待填</source>
        <translation>Fine or red packet for {name}, amount to be filled in</translation>
    </message>
    <message>
        <source>{step}。{groups}</source>
        <translation>{step}. {groups}</translation>
    </message>
    <message>
        <source>「{notice}」已复制，可以贴到群里</source>
        <translation>“{notice}” copied; paste it in the group</translation>
    </message>
    <message>
        <source>「{notice}」已复制，请贴到自由群里</source>
        <translation>“{notice}” copied; paste it in the free group</translation>
    </message>
    <message>
        <source>上次要暂停，还没有记下</source>
        <translation>Due to be suspended, not on record yet</translation>
    </message>
    <message>
        <source>上次要移出，还没有记下</source>
        <translation>Due to be removed, not on record yet</translation>
    </message>
    <message>
        <source>上次要移到自由群，还没有记下</source>
        <translation>Due to move to the free group, not on record yet</translation>
    </message>
    <message>
        <source>上次要罚款或发红包，还没有记下</source>
        <translation>Due to pay a fine or red packet, not on record yet</translation>
    </message>
    <message>
        <source>在微信里办好之后，记下这一步</source>
        <translation>Once it is done in WeChat, record it</translation>
    </message>
    <message>
        <source>已提请移出{name}</source>
        <translation>Removal of {name} proposed</translation>
    </message>
    <message>
        <source>已提请移出。{missing}</source>
        <translation>Removal proposed. {missing}</translation>
    </message>
    <message>
        <source>已记下：{what}</source>
        <translation>Recorded: {what}</translation>
    </message>
    <message>
        <source>接下来</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>提请移出</source>
        <translation>Propose removal</translation>
    </message>
    <message>
        <source>提请移出{name}</source>
        <translation>Propose to remove {name}</translation>
    </message>
    <message>
        <source>数额，如 50 元</source>
        <translation>Amount, such as 50 yuan</translation>
    </message>
    <message>
        <source>还没有记录：群规没有定数额，请写上再按 Enter。</source>
        <translation>Not recorded yet: the rules set no amount. Please write one and press Enter.</translation>
    </message>
    <message>
        <source>记下，复制告知</source>
        <translation>Record, copy notice</translation>
    </message>
    <message>
        <source>记为在自由群</source>
        <translation>Record as moved</translation>
    </message>
    <message>
        <source>记为暂停</source>
        <translation>Record suspension</translation>
    </message>
    <message>
        <source>记为移出</source>
        <translation>Record removal</translation>
    </message>
    <message>
        <source>记红包</source>
        <translation>Record red packet</translation>
    </message>
    <message>
        <source>记罚款</source>
        <translation>Record fine</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>counts 后面只能写 true 或 false，这里是「{value}」。</source>
        <translation>counts must be true or false; this is “{value}”.</translation>
    </message>
    <message>
        <source>order 后面要写一个整数，这里是「{value}」。</source>
        <translation>order must be a whole number; this is “{value}”.</translation>
    </message>
    <message>
        <source>「{notice}」就是随附的那一份，没有改动过。</source>
        <translation>“{notice}” is the shipped one; it was never changed.</translation>
    </message>
    <message>
        <source>只有开头，没有正文。</source>
        <translation>There is a head but no text.</translation>
    </message>
    <message>
        <source>告知不能是空的。原来的文字还在。</source>
        <translation>A notice cannot be empty. The old text is still there.</translation>
    </message>
    <message>
        <source>告知文件 {file} 打不开（{detail}）。已换用随附的那一份，您的文件没有动。</source>
        <translation>The notice file {file} cannot be opened ({detail}). Using the shipped one; your file is untouched.</translation>
    </message>
    <message>
        <source>告知文件 {file} 第 {line} 行读不懂：</source>
        <translation>Notice file {file}, line {line} cannot be read:</translation>
    </message>
    <message>
        <source>告知文件 {file} 里的「{notice}」已经有了，这一份没有使用。</source>
        <translation>The notice file {file} holds “{notice}”, which is there already; it is not used.</translation>
    </message>
    <message>
        <source>已换用随附的那一份，您的文件没有动。</source>
        <translation>Using the shipped one; your file is untouched.</translation>
    </message>
    <message>
        <source>已经有叫「{notice}」的告知，没有重复添加。</source>
        <translation>There is a notice called “{notice}” already; not added twice.</translation>
    </message>
    <message>
        <source>开头没有结束，缺少第二行「---」。</source>
        <translation>The head has no end: the second “---” is missing.</translation>
    </message>
    <message>
        <source>开头里不认得 {key}，可以写 id、title、title_en、when、when_en、order、counts。</source>
        <translation>The head does not know {key}; it knows id, title, title_en, when, when_en, order, counts.</translation>
    </message>
    <message>
        <source>开头里没有 id。</source>
        <translation>The head has no id.</translation>
    </message>
    <message>
        <source>没有叫「{notice}」的告知。</source>
        <translation>There is no notice called “{notice}”.</translation>
    </message>
    <message>
        <source>没有复制：第 {line} 行第 {column} 个字的 {braced} 没有内容可填。可以用 {known}。</source>
        <translation>Not copied: nothing can fill {braced} in line {line}, character {column}. You can use {known}.</translation>
    </message>
    <message>
        <source>第一行应当是「---」，后面写 id 和标题。</source>
        <translation>The first line must be “---”, followed by id and title.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{count} 个告知 · {rulebook}</source>
        <translation>{count} {count:notice|notices} · {rulebook}</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>{count} {count:character|characters}</translation>
    </message>
    <message>
        <source>「{words}」</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>事由</source>
        <translation>For</translation>
    </message>
    <message>
        <source>何时用</source>
        <translation>When</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>全群</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>出厂正文</source>
        <translation>Shipped text</translation>
    </message>
    <message>
        <source>删除「{title}」</source>
        <translation>Delete “{title}”</translation>
    </message>
    <message>
        <source>删除「{title}」？它的正文不再留着；用过它的记录不变。</source>
        <translation>Delete “{title}”? Its text is not kept; the records of its use stay.</translation>
    </message>
    <message>
        <source>删除告知</source>
        <translation>Delete notice</translation>
    </message>
    <message>
        <source>删除这个告知…</source>
        <translation>Delete this notice…</translation>
    </message>
    <message>
        <source>发给{name}时</source>
        <translation>As {name} gets it</translation>
    </message>
    <message>
        <source>发给全群时</source>
        <translation>As everybody gets it</translation>
    </message>
    <message>
        <source>告知</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>复制告知</source>
        <translation>Copy notice</translation>
    </message>
    <message>
        <source>将要复制的文字</source>
        <translation>Text that will be copied</translation>
    </message>
    <message>
        <source>已改写</source>
        <translation>Edited</translation>
    </message>
    <message>
        <source>已经有「{title}」了，请换一个标题。</source>
        <translation>There is already a notice “{title}”. Choose another title.</translation>
    </message>
    <message>
        <source>建立</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>恢复出厂的正文</source>
        <translation>Restore the shipped text</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>插入 {token}</source>
        <translation>Insert {token}</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>新建告知</source>
        <translation>New notice</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>最近用于</source>
        <translation>Lately used for</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>本月 {count} 次</source>
        <translation>{count} this month</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>标题或内容</source>
        <translation>Title or text</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>正文还没有保存。先保存（Ctrl+S），再复制。</source>
        <translation>The text is not saved yet. Save (Ctrl+S), then copy.</translation>
    </message>
    <message>
        <source>称呼、群名等占位可以建好以后再插入，复制时自动填好。</source>
        <translation>Placeholders for the name, the group and so on can be inserted afterwards; they are filled in when it is copied.</translation>
    </message>
    <message>
        <source>给谁：姓名或拼音首字母</source>
        <translation>For whom: name or pinyin initials</translation>
    </message>
    <message>
        <source>编辑正文</source>
        <translation>Edit text</translation>
    </message>
    <message>
        <source>自建</source>
        <translation>Your own</translation>
    </message>
    <message>
        <source>还没有写标题。</source>
        <translation>There is no title yet.</translation>
    </message>
    <message>
        <source>还没有写正文。</source>
        <translation>There is no text yet.</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Parting</name>
    <message>
        <source>{count} 份备份里的这些内容</source>
        <translation>the same in {count} {count:backup|backups}</translation>
    </message>
    <message>
        <source>{count} 张截图</source>
        <translation>{count} {count:screenshot|screenshots}</translation>
    </message>
    <message>
        <source>{count} 条记录里的名字、原话和原因</source>
        <translation>name, words and reasons in {count} {count:entry|entries}</translation>
    </message>
    <message>
        <source>{count} 次举报别人时留下的名字</source>
        <translation>the name left with {count} {count:report|reports} of others</translation>
    </message>
    <message>
        <source>{name}（{group}）</source>
        <translation>{name} ({group})</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>会删除：{what}。</source>
        <translation>Goes: {what}.</translation>
    </message>
    <message>
        <source>会留下：这 {count} 条记录的日期、种类和条款（其中记次 {strikes} 次），不写是谁，因此统计的总数不变。</source>
        <translation>Stays: date, kind and clauses of {count} {count:entry|entries} ({strikes} {strikes:strike|strikes} among them), without saying whose, so that all totals stay as they are.</translation>
    </message>
    <message>
        <source>别人的话里有「{name}」{count} 处，不改动：{places}</source>
        <translation>“{name}” in {count} {count:message|messages} of others, left as it is: {places}</translation>
    </message>
    <message>
        <source>别人的话里有「{name}」{count} 处，也涂掉</source>
        <translation>“{name}” in {count} {count:message|messages} of others: make it unreadable too</translation>
    </message>
    <message>
        <source>别人的话里有「{name}」{count} 处，会涂掉：{places}</source>
        <translation>“{name}” in {count} {count:message|messages} of others, made unreadable: {places}</translation>
    </message>
    <message>
        <source>名单里的资料</source>
        <translation>what the list of members holds</translation>
    </message>
    <message>
        <source>在群规里判过的 {count} 句原话，以后同样的话重新按群规判断</source>
        <translation>{count} {count:sentence|sentences} ruled on in the rules; the same words are judged by the rules again</translation>
    </message>
    <message>
        <source>您自己写的这些文字里有这个名字，要改请自己改：{files}</source>
        <translation>These texts of your own hold the name; please change them yourself if they should not: {files}</translation>
    </message>
    <message>
        <source>检查历史里的 {count} 条消息</source>
        <translation>{count} {count:message|messages} in the history of checks</translation>
    </message>
    <message>
        <source>管不到：已经导出的文件、发给别的管理员的记录，和微信里的消息。这一步不能撤销。</source>
        <translation>Out of reach: files exported already, records sent to other moderators, and the messages in WeChat. This cannot be undone.</translation>
    </message>
    <message>
        <source>要删除的是：{who}</source>
        <translation>To be deleted: {who}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>；另有 {count} 处</source>
        <translation>; and {count} more</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>{days} 天里没有见过发言（群规是 {limit} 天）。</source>
        <translation>Not heard in {days} days (the rules allow {limit}).</translation>
    </message>
    <message>
        <source>{file} 不是 Excel 表格。请另存为 .xlsx 或 .csv 再导入。</source>
        <translation>{file} is not an Excel workbook. Please save it as .xlsx or .csv and import that.</translation>
    </message>
    <message>
        <source>{file} 不是表格，也不是文字。</source>
        <translation>{file} is neither a table nor text.</translation>
    </message>
    <message>
        <source>{file} 其实是网页。请在 Excel 里打开它，另存为 .xlsx 再导入。</source>
        <translation>{file} is really a web page. Please open it in Excel, save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>{file} 加了密码。请在 Excel 里去掉密码，另存为 .xlsx 再导入。</source>
        <translation>{file} has a password. Please take it off in Excel, save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>{file} 太大了（最多 {most} MB）。请只留下成员名单那张表。</source>
        <translation>{file} is too large (at most {most} MB). Please keep only the sheet with the members.</translation>
    </message>
    <message>
        <source>{file} 打不开（{detail}）。</source>
        <translation>{file} cannot be opened ({detail}).</translation>
    </message>
    <message>
        <source>{file} 打不开，可能没有存完整。请在 Excel 里打开它，另存一份再试。</source>
        <translation>{file} cannot be opened; it may not have been saved completely. Please open it in Excel, save a copy and try that.</translation>
    </message>
    <message>
        <source>{file} 是旧的 .xls 格式。请在 Excel 里另存为 .xlsx 再导入。</source>
        <translation>{file} is in the old .xls format. Please save it in Excel as .xlsx and import that.</translation>
    </message>
    <message>
        <source>{member}在黑名单里。</source>
        <translation>{member} is on the blocklist.</translation>
    </message>
    <message>
        <source>{member}已经移出，现在又在名单里。要恢复吗？</source>
        <translation>{member} was removed and is on this list again. Bring them back?</translation>
    </message>
    <message>
        <source>{since} 之后没有参加过聚会，已 {days} 天。</source>
        <translation>No meet-up since {since}: {days} days.</translation>
    </message>
    <message>
        <source>{since} 之后没有说过话，已 {days} 天（群规是 {limit} 天）。</source>
        <translation>Silent since {since}: {days} days (the rules allow {limit}).</translation>
    </message>
    <message>
        <source>「{name}」和名单里的「{member}」很像，是同一个人吗？</source>
        <translation>“{name}” is much like “{member}” on the list. Are they the same person?</translation>
    </message>
    <message>
        <source>「{name}」和黑名单里的{member}很像，请核对。</source>
        <translation>“{name}” is much like {member}, who is on the blocklist. Please check.</translation>
    </message>
    <message>
        <source>「{name}」是黑名单里{member}的另一个名字。</source>
        <translation>“{name}” is another name of {member}, who is on the blocklist.</translation>
    </message>
    <message>
        <source>一次最多导入 {most} 行，请分成几份。</source>
        <translation>At most {most} rows can be imported at once. Please divide the list.</translation>
    </message>
    <message>
        <source>列入的原因：{why}。</source>
        <translation>Listed because: {why}.</translation>
    </message>
    <message>
        <source>名单上说{member}已移出，只记为提请。</source>
        <translation>The list says that {member} was removed; this was only proposed.</translation>
    </message>
    <message>
        <source>名单里也有「{name}」，群名片却是「{card}」，是同一个人吗？</source>
        <translation>The list has a “{name}” too, with the name card “{card}”. Are they the same person?</translation>
    </message>
    <message>
        <source>名单里只有群里 {there} 位中的 {named} 位，像是一部分，不能把其余的都记为已退群。什么也没有导入。</source>
        <translation>The list names only {named} of the {there} people in the group, so it looks like a part of it: the others cannot all be marked as left. Nothing was imported.</translation>
    </message>
    <message>
        <source>名单里有 {count} 位「{name}」，请选一位。</source>
        <translation>{count} members are called {name}. Choose one.</translation>
    </message>
    <message>
        <source>名字「{name}」和群名片「{card}」在名单里是两个人，请选一位。</source>
        <translation>The name “{name}” and the name card “{card}” are two people on the list. Please choose one.</translation>
    </message>
    <message>
        <source>和名单完全一样，没有要导入的。</source>
        <translation>Everything is on the list already. Nothing to import.</translation>
    </message>
    <message>
        <source>和第 {row} 行是同一个人。</source>
        <translation>The same person as in row {row}.</translation>
    </message>
    <message>
        <source>已取消，一切都是原来的样子。</source>
        <translation>Cancelled. Everything is as it was.</translation>
    </message>
    <message>
        <source>没有参加过聚会，已 {days} 天。</source>
        <translation>No meet-up so far: {days} days.</translation>
    </message>
    <message>
        <source>看过以后，群里的名单又有了变化。没有导入，请重新读一次再看。</source>
        <translation>The group&apos;s list has changed since you looked. Nothing was imported; please read the list again and look once more.</translation>
    </message>
    <message>
        <source>移出只记为提请。</source>
        <translation>The removal is only proposed.</translation>
    </message>
    <message>
        <source>第 {rows} 行是同一位：叫法以「{name}」那一行为准，其余的名字记作别名。</source>
        <translation>Rows {rows} are one person: the row with “{name}” gives the name, the other names become aliases.</translation>
    </message>
    <message>
        <source>第 {row} 行已经是{member}。</source>
        <translation>Row {row} is {member} already.</translation>
    </message>
    <message>
        <source>群名片和名单里的「{member}」一样，名字却是「{name}」，是同一个人吗？</source>
        <translation>The name card is that of “{member}” on the list, but the name is “{name}”. Are they the same person?</translation>
    </message>
    <message>
        <source>这一行没有名字。</source>
        <translation>This row has no name.</translation>
    </message>
    <message>
        <source>这一行超过 {most} 个字，不像名字。</source>
        <translation>This row is longer than {most} characters and is no name.</translation>
    </message>
    <message>
        <source>这个群没有用来提醒的告知，请先在「告知」里写一份。</source>
        <translation>This group has no notice for such a reminder. Please write one under Notices first.</translation>
    </message>
    <message>
        <source>这里面没有名字。</source>
        <translation>There are no names in this.</translation>
    </message>
    <message>
        <source>进群 {days} 天还没有说过话（群规是 {limit} 天内）。</source>
        <translation>Joined {days} days ago and has not said anything yet (the rules ask for it within {limit} days).</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>上面是第 {number} 张。</source>
        <translation>Shown: number {number}.</translation>
    </message>
    <message>
        <source>剪贴板里的图片读不出来</source>
        <translation>The picture on the clipboard cannot be read</translation>
    </message>
    <message>
        <source>另有 {count} 个</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>只复制到「[图片]」几个字</source>
        <translation>Only the word for a picture was copied</translation>
    </message>
    <message>
        <source>图片本身没有一起复制过来。请在微信里单独复制这张图片，或者把它拖到这个窗口。</source>
        <translation>The picture itself did not come along. Copy that picture alone in WeChat, or drag it onto this window.</translation>
    </message>
    <message>
        <source>图片没有检查</source>
        <translation>Picture not checked</translation>
    </message>
    <message>
        <source>小程序的圆形码、被遮住或太糊的码认不出来；图里的文字也不会读，请您自己看一眼。</source>
        <translation>Round mini program codes and codes that are covered or too blurred are not recognised, and words in the picture are not read. Please take a look yourself.</translation>
    </message>
    <message>
        <source>找到 {count} 个码。</source>
        <translation>Codes found: {count}.</translation>
    </message>
    <message>
        <source>正在找图里的二维码</source>
        <translation>Looking for QR codes</translation>
    </message>
    <message>
        <source>没有找到二维码或条码</source>
        <translation>No QR code or bar code found</translation>
    </message>
    <message>
        <source>没有找到二维码或条码。</source>
        <translation>No QR code or bar code found.</translation>
    </message>
    <message>
        <source>看过 1 张图片（{size}）。</source>
        <translation>Looked at 1 picture ({size}).</translation>
    </message>
    <message>
        <source>看过 {count} 张图片。</source>
        <translation>Looked at {count} pictures.</translation>
    </message>
    <message>
        <source>看过动图的第一帧（{size}）。</source>
        <translation>Looked at the first frame of the moving picture ({size}).</translation>
    </message>
    <message>
        <source>请在微信里重新复制这张图片，或者截图后再检查。</source>
        <translation>Copy the picture again in WeChat, or check a screenshot of it.</translation>
    </message>
</context>
<context>
    <name>Process</name>
    <message>
        <source>{member}不在黑名单里。</source>
        <translation>{member} is not on the blocklist.</translation>
    </message>
    <message>
        <source>{member}和黑名单里的{known}同名。当时的原因：{why}</source>
        <translation>{member} has the name of {known}, who is on the blocklist. The reason then: {why}</translation>
    </message>
    <message>
        <source>{member}和黑名单里的{known}同名（别名或群名片）。当时的原因：{why}</source>
        <translation>{member} is another name of {known}, who is on the blocklist. The reason then: {why}</translation>
    </message>
    <message>
        <source>{member}和黑名单里的{known}名字相近，请看看是不是同一个人。当时的原因：{why}</source>
        <translation>{member} is spelt much like {known}, who is on the blocklist. Please see whether it is the same person. The reason then: {why}</translation>
    </message>
    <message>
        <source>{member}就在群里，不用恢复。</source>
        <translation>{member} is in the group; there is nothing to restore.</translation>
    </message>
    <message>
        <source>{member}已经不在群里，不能移到自由群或暂停。回到群里以后，请先恢复。</source>
        <translation>{member} is no longer in the group: no moving, no suspension. Restore the member first once they are back.</translation>
    </message>
    <message>
        <source>{member}已经在黑名单里。</source>
        <translation>{member} is on the blocklist already.</translation>
    </message>
    <message>
        <source>{member}已经是这样了，没有改动。</source>
        <translation>{member} stands there already. Nothing was changed.</translation>
    </message>
    <message>
        <source>{member}的这一次已有申诉，还没有处理。</source>
        <translation>There is an appeal against this strike of {member} that is still open.</translation>
    </message>
    <message>
        <source>{member}的这一次没有待处理的申诉。</source>
        <translation>There is no open appeal against this strike of {member}.</translation>
    </message>
    <message>
        <source>{member}的这一项已经办结。</source>
        <translation>This matter of {member} is closed already.</translation>
    </message>
    <message>
        <source>{member}的这一项已经撤销。</source>
        <translation>This matter of {member} was undone.</translation>
    </message>
    <message>
        <source>{moderator}已经同意过了。</source>
        <translation>{moderator} has agreed already.</translation>
    </message>
    <message>
        <source>「{group}」从此是「{home}」的自由群</source>
        <translation>“{group}” is the free group of “{home}” from now on</translation>
    </message>
    <message>
        <source>「{group}」会成为「{home}」的自由群</source>
        <translation>“{group}” will become the free group of “{home}”</translation>
    </message>
    <message>
        <source>「{home}」还没有自由群，会新建「{group}」</source>
        <translation>“{home}” has no free group yet: “{group}” will be made</translation>
    </message>
    <message>
        <source>「{home}」还没有自由群，已新建「{group}」</source>
        <translation>“{home}” had no free group: “{group}” is new</translation>
    </message>
    <message>
        <source>一次只能对多位成员提请移出。没有记录。</source>
        <translation>Only a removal can be proposed for several members at once. Nothing was recorded.</translation>
    </message>
    <message>
        <source>举报的文字里有举报人的名字（{reporter}）。打包和导出时会涂去；给别人看屏幕以前，请先留意。</source>
        <translation>The report&apos;s text names who reported ({reporter}). Bundles and exports leave the name out; take care before you show your screen to others.</translation>
    </message>
    <message>
        <source>举报要有一段话或一张截图。没有记录。</source>
        <translation>A report needs some words or a screenshot. Nothing was recorded.</translation>
    </message>
    <message>
        <source>什么也没有改动。</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>同一天移出超过 {most} 位，要群主{owner}同意。</source>
        <translation>Removing more than {most} members on one day needs the consent of the owner, {owner}.</translation>
    </message>
    <message>
        <source>同一天移出超过 {most} 位，要群主同意。</source>
        <translation>Removing more than {most} members on one day needs the owner&apos;s consent.</translation>
    </message>
    <message>
        <source>对{member}的处理已经有了结果。</source>
        <translation>What was proposed for {member} has been decided already.</translation>
    </message>
    <message>
        <source>已得到同意，可以移出。</source>
        <translation>Agreed: the removal can be carried out.</translation>
    </message>
    <message>
        <source>暂停的天数不能是 {days}。没有记录。</source>
        <translation>A suspension cannot last {days} days. Nothing was recorded.</translation>
    </message>
    <message>
        <source>期限不能是 {value}。没有记录。</source>
        <translation>The time cannot be {value}. Nothing was recorded.</translation>
    </message>
    <message>
        <source>没有写到什么时候，群规也没有规定。没有记录。</source>
        <translation>No time was given, and the rulebook sets none. Nothing was recorded.</translation>
    </message>
    <message>
        <source>没有写申诉的话。没有记录。</source>
        <translation>The appeal is empty. Nothing was recorded.</translation>
    </message>
    <message>
        <source>没有写要回复什么。没有记录。</source>
        <translation>It was not said what has to be answered. Nothing was recorded.</translation>
    </message>
    <message>
        <source>没有写金额。没有记录。</source>
        <translation>No amount was given. Nothing was recorded.</translation>
    </message>
    <message>
        <source>没有编号为 {id} 的这种记录。</source>
        <translation>There is no such entry with the id {id}.</translation>
    </message>
    <message>
        <source>移出{member}已经提请过，正在等人同意。</source>
        <translation>The removal of {member} has been proposed already and is waiting for consent.</translation>
    </message>
    <message>
        <source>移出{member}还没有得到足够的同意。</source>
        <translation>Not enough moderators agreed to remove {member} yet.</translation>
    </message>
    <message>
        <source>群规里没有叫 {task} 的限时事项。</source>
        <translation>The rulebook has no task called {task}.</translation>
    </message>
    <message>
        <source>请写明原因。没有记录。</source>
        <translation>Please give the reason. Nothing was recorded.</translation>
    </message>
    <message>
        <source>还没有填您的名字，不知道是谁同意。请在设置里填上，或写明是哪位管理员。</source>
        <translation>Your name is not set, so it is not known who agrees. Please enter it in the settings, or name the admin.</translation>
    </message>
    <message>
        <source>还要 {count} 位管理员同意。</source>
        <translation>Admins who still have to agree: {count}.</translation>
    </message>
    <message>
        <source>还要 {count} 位管理员同意，或群主{owner}同意。</source>
        <translation>Admins who still have to agree: {count}; or the owner, {owner}.</translation>
    </message>
    <message>
        <source>还要 {count} 位管理员同意；群主一人同意也可以，但这个群还没有填群主。</source>
        <translation>Admins who still have to agree: {count}. The owner alone would do, but no owner is set for this group.</translation>
    </message>
    <message>
        <source>这个群还没有填群主：请先在群的资料里填上。</source>
        <translation>No owner is set for this group: please enter one in the group&apos;s details first.</translation>
    </message>
    <message>
        <source>这些成员不在同一个群里。没有记录。</source>
        <translation>These members are not in the same group. Nothing was recorded.</translation>
    </message>
    <message>
        <source>这些成员的聚会日期没有变化。</source>
        <translation>The meet-up dates of these members have not changed.</translation>
    </message>
    <message>
        <source>限时事项「{task}」没有编号，或编号重复。每一项要有自己的 id。</source>
        <translation>The task “{task}” has no id, or one that another task has. Every task needs an id of its own.</translation>
    </message>
</context>
<context>
    <name>QuickCheck</name>
    <message>
        <source>{clauses}，{count} 条消息</source>
        <translation>{clauses}, {count} messages</translation>
    </message>
    <message>
        <source>{count} 人都处理完了</source>
        <translation>All {count} handled</translation>
    </message>
    <message>
        <source>{first}，{second}</source>
        <translation>{first}, {second}</translation>
    </message>
    <message>
        <source>{first}；{second}</source>
        <translation>{first}; {second}</translation>
    </message>
    <message>
        <source>{minutes} 分钟前已处理过</source>
        <translation>Handled {minutes} min ago</translation>
    </message>
    <message>
        <source>{more}，按 {keys} 继续</source>
        <translation>{more}: press {keys} to go on</translation>
    </message>
    <message>
        <source>{names}各记一次</source>
        <translation>One strike each for {names}</translation>
    </message>
    <message>
        <source>{names}等 {count} 人</source>
        <translation>{names} and others, {count} in all</translation>
    </message>
    <message>
        <source>{names}，由{inviter}邀请</source>
        <translation>{names}, invited by {inviter}</translation>
    </message>
    <message>
        <source>{name}记第 {count} 次</source>
        <translation>Strike {count} for {name}</translation>
    </message>
    <message>
        <source>{name}（{standing}）</source>
        <translation>{name} ({standing})</translation>
    </message>
    <message>
        <source>{name}：{text}</source>
        <translation>{name}: {text}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>「{notice}」</source>
        <translation>“{notice}”</translation>
    </message>
    <message>
        <source>一份告知给所有违规的人，各记一次</source>
        <translation>One notice for all who broke a rule, one strike each</translation>
    </message>
    <message>
        <source>下一步按 {keys}</source>
        <translation>press {keys} for the next step</translation>
    </message>
    <message>
        <source>不知是哪一位</source>
        <translation>Which one?</translation>
    </message>
    <message>
        <source>不知是谁</source>
        <translation>Who?</translation>
    </message>
    <message>
        <source>不能复制</source>
        <translation>Cannot be copied</translation>
    </message>
    <message>
        <source>不计次数</source>
        <translation>Counts no strike</translation>
    </message>
    <message>
        <source>与{day}{name}的一条 {percent} % 相同</source>
        <translation>{percent}% the same as {name}, {day}</translation>
    </message>
    <message>
        <source>与{day}的一条 {percent} % 相同</source>
        <translation>{percent}% the same as one of {day}</translation>
    </message>
    <message>
        <source>与本人{day}的一条 {percent} % 相同</source>
        <translation>{percent}% the same as their own, {day}</translation>
    </message>
    <message>
        <source>今天 {time}</source>
        <translation>today {time}</translation>
    </message>
    <message>
        <source>以前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>做右下角按钮说的事</source>
        <translation>Do what the button says</translation>
    </message>
    <message>
        <source>先在微信里复制一条消息。</source>
        <translation>Copy a message in WeChat first.</translation>
    </message>
    <message>
        <source>全部按键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>共 {count} 条</source>
        <translation>{count} {count:message|messages}</translation>
    </message>
    <message>
        <source>共 {count} 条，其余没问题</source>
        <translation>{count} messages, the rest fine</translation>
    </message>
    <message>
        <source>共 {count} 条，都看过</source>
        <translation>{count} {count:message|messages}, all read</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>其余 {count} 人</source>
        <translation>{count} {count:other|others}</translation>
    </message>
    <message>
        <source>其实违规</source>
        <translation>Violation after all</translation>
    </message>
    <message>
        <source>再次告知</source>
        <translation>Tell again</translation>
    </message>
    <message>
        <source>再犯：{action}</source>
        <translation>Then: {action}</translation>
    </message>
    <message>
        <source>刚才已处理过</source>
        <translation>Handled just now</translation>
    </message>
    <message>
        <source>剪贴板已清空</source>
        <translation>Clipboard cleared</translation>
    </message>
    <message>
        <source>剪贴板已还原</source>
        <translation>clipboard restored</translation>
    </message>
    <message>
        <source>剪贴板没能还原，请您重新复制</source>
        <translation>the clipboard could not be restored; please copy again</translation>
    </message>
    <message>
        <source>剪贴板里是刚才的告知</source>
        <translation>This is the notice just copied</translation>
    </message>
    <message>
        <source>剪贴板里是文件</source>
        <translation>A file on the clipboard</translation>
    </message>
    <message>
        <source>剪贴板里没有发言人。不指明也能复制告知，但不会记到个人。</source>
        <translation>The clipboard names no sender. You can copy a notice without one, but no strike is recorded.</translation>
    </message>
    <message>
        <source>剪贴板里没有文字或图片</source>
        <translation>No text or image on the clipboard</translation>
    </message>
    <message>
        <source>剪贴板里的内容被标为机密</source>
        <translation>The clipboard is marked as secret</translation>
    </message>
    <message>
        <source>办好后按 {keys}</source>
        <translation>press {keys} when done</translation>
    </message>
    <message>
        <source>加入名单</source>
        <translation>Add to the list</translation>
    </message>
    <message>
        <source>反面迹象</source>
        <translation>Speaks against it</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>另有 {count} 条</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>另记为举报或申诉</source>
        <translation>Record it as a report or an appeal</translation>
    </message>
    <message>
        <source>只复制，不记录</source>
        <translation>Copy only, record nothing</translation>
    </message>
    <message>
        <source>只记录</source>
        <translation>Record only</translation>
    </message>
    <message>
        <source>只记录，不告知</source>
        <translation>Record only</translation>
    </message>
    <message>
        <source>可能是{clauses}</source>
        <translation>Perhaps {clauses}</translation>
    </message>
    <message>
        <source>可选</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>合并告知</source>
        <translation>One for all</translation>
    </message>
    <message>
        <source>名单里已有：{names}</source>
        <translation>Already in the list: {names}</translation>
    </message>
    <message>
        <source>名单里有 {count} 位「{name}」，请选一位。</source>
        <translation>{count} members are called {name}. Choose one.</translation>
    </message>
    <message>
        <source>名单里有两位「{name}」，请选一位。</source>
        <translation>Two members are called {name}. Choose one.</translation>
    </message>
    <message>
        <source>名单里没有</source>
        <translation>Not on the list</translation>
    </message>
    <message>
        <source>名单里没有「{name}」，有相近的，请选一位。</source>
        <translation>{name} is not on the list, but similar names are. Choose one.</translation>
    </message>
    <message>
        <source>告知</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>回答需求 {count} 条</source>
        <translation>{count} {count:answer|answers}</translation>
    </message>
    <message>
        <source>在回答别人的需求</source>
        <translation>Answers a request</translation>
    </message>
    <message>
        <source>复制告知</source>
        <translation>Copy notice</translation>
    </message>
    <message>
        <source>复制告知并加入名单</source>
        <translation>Copy and add to the list</translation>
    </message>
    <message>
        <source>复制告知并记录</source>
        <translation>Copy and record</translation>
    </message>
    <message>
        <source>复制询问</source>
        <translation>Copy question</translation>
    </message>
    <message>
        <source>密码管理器放进去的内容，本程序不读。请在微信里复制一条消息。</source>
        <translation>What a password manager puts there is not read. Copy a message in WeChat.</translation>
    </message>
    <message>
        <source>已 1 次</source>
        <translation>1 strike</translation>
    </message>
    <message>
        <source>已 {count} 次</source>
        <translation>{count} {count:strike|strikes}</translation>
    </message>
    <message>
        <source>已告知</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>已告知，第 {count} 次</source>
        <translation>Told, strike {count}</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Handled</translation>
    </message>
    <message>
        <source>已处理 {count} 人</source>
        <translation>{count} handled</translation>
    </message>
    <message>
        <source>已复制「{notice}」，可以粘贴了</source>
        <translation>Copied “{notice}”, ready to paste</translation>
    </message>
    <message>
        <source>已复制，{names}各记一次</source>
        <translation>Copied, one strike each for {names}</translation>
    </message>
    <message>
        <source>已复制，{name}记第 {count} 次</source>
        <translation>Copied. Strike {count} for {name}</translation>
    </message>
    <message>
        <source>已复制，新成员 {count} 人已加入名单</source>
        <translation>Copied, {count} new {count:member|members} added to the list</translation>
    </message>
    <message>
        <source>已复制，没有记录次数</source>
        <translation>Copied, no strike recorded</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>已撤销，这句话照旧判断</source>
        <translation>Undone: judged as before</translation>
    </message>
    <message>
        <source>已撤销：{count} 人各退回一次</source>
        <translation>Undone: one strike less for each of {count}</translation>
    </message>
    <message>
        <source>已撤销：{name}回到 {count} 次</source>
        <translation>Undone: {name} is back to {count} {count:strike|strikes}</translation>
    </message>
    <message>
        <source>已撤销：新成员不在名单里了</source>
        <translation>Undone: the new members are off the list again</translation>
    </message>
    <message>
        <source>已看 {done} 条，共 {total} 条</source>
        <translation>{done} of {total} messages read</translation>
    </message>
    <message>
        <source>已记 {amount}</source>
        <translation>{amount} on record</translation>
    </message>
    <message>
        <source>已记为例子</source>
        <translation>Kept as an example</translation>
    </message>
    <message>
        <source>已记录，没有复制告知</source>
        <translation>Recorded, no notice copied</translation>
    </message>
    <message>
        <source>已记录，第 {count} 次</source>
        <translation>Recorded, strike {count}</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggested</translation>
    </message>
    <message>
        <source>当天 {time}</source>
        <translation>the same day at {time}</translation>
    </message>
    <message>
        <source>当时可能是{clauses}</source>
        <translation>then maybe {clauses}</translation>
    </message>
    <message>
        <source>当时您认为没问题</source>
        <translation>then passed by you</translation>
    </message>
    <message>
        <source>当时是{clauses}</source>
        <translation>then {clauses}</translation>
    </message>
    <message>
        <source>当时没问题</source>
        <translation>then no problem</translation>
    </message>
    <message>
        <source>待暂时移出</source>
        <translation>to be suspended</translation>
    </message>
    <message>
        <source>待移出</source>
        <translation>to be removed</translation>
    </message>
    <message>
        <source>待移到自由群</source>
        <translation>to be moved to the free group</translation>
    </message>
    <message>
        <source>待记罚款或红包</source>
        <translation>fine or red packet to be recorded</translation>
    </message>
    <message>
        <source>打开或收起这张表</source>
        <translation>Show or hide these keys</translation>
    </message>
    <message>
        <source>拿不准 {count} 人</source>
        <translation>Unsure: {count}</translation>
    </message>
    <message>
        <source>指明是谁</source>
        <translation>Name who it is</translation>
    </message>
    <message>
        <source>指明是谁；直接打拼音首字母也可以</source>
        <translation>Name who it is; or just type pinyin initials</translation>
    </message>
    <message>
        <source>指认</source>
        <translation>Say who</translation>
    </message>
    <message>
        <source>换人</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>换人，选人，选条款</source>
        <translation>Person, choice or clause</translation>
    </message>
    <message>
        <source>换群：两个群直接换，更多时按数字选</source>
        <translation>Another group: at once with two, by its number with more</translation>
    </message>
    <message>
        <source>看告知全文和阶梯全文</source>
        <translation>All of the notice and of the next step</translation>
    </message>
    <message>
        <source>看成员的资料；名字像黑名单里的人时，看那一位</source>
        <translation>See the member, or the one on the blocklist with a name like it</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销记录，还原剪贴板</source>
        <translation>Undo the record, restore the clipboard</translation>
    </message>
    <message>
        <source>放行：{reason}</source>
        <translation>Let through: {reason}</translation>
    </message>
    <message>
        <source>新成员 {count} 人</source>
        <translation>{count} new</translation>
    </message>
    <message>
        <source>新成员 {count} 人已加入名单</source>
        <translation>{count} new {count:member|members} added to the list</translation>
    </message>
    <message>
        <source>新成员「{name}」</source>
        <translation>New member “{name}”</translation>
    </message>
    <message>
        <source>有人进群</source>
        <translation>New in the group</translation>
    </message>
    <message>
        <source>检查剪贴板</source>
        <translation>Check the clipboard</translation>
    </message>
    <message>
        <source>正在检查这段对话</source>
        <translation>Checking this conversation</translation>
    </message>
    <message>
        <source>没有一份告知对这几位都合适，请逐个处理。</source>
        <translation>No notice fits all of them. Please handle them one by one.</translation>
    </message>
    <message>
        <source>没有发言人</source>
        <translation>No sender</translation>
    </message>
    <message>
        <source>没有可以检查的文字或图片。请在微信里复制一条消息。</source>
        <translation>There is no text or picture to check. Copy a message in WeChat.</translation>
    </message>
    <message>
        <source>没有撤销。{reason}</source>
        <translation>Not undone. {reason}</translation>
    </message>
    <message>
        <source>没有撤销：之后又做了别的事。可以到「群规」里删去这个例子。</source>
        <translation>Not undone: something else was done since. You can remove the example under Rules.</translation>
    </message>
    <message>
        <source>没有撤销：之后又做了别的事。可以到成员的记录里撤销这一次。</source>
        <translation>Not undone: something else was done since. You can void this strike in the member&apos;s record.</translation>
    </message>
    <message>
        <source>没有记录</source>
        <translation>No strikes</translation>
    </message>
    <message>
        <source>没有记录次数</source>
        <translation>No strike recorded</translation>
    </message>
    <message>
        <source>没有记录，剪贴板已还原。{reason}</source>
        <translation>Nothing recorded, clipboard restored. {reason}</translation>
    </message>
    <message>
        <source>没有记录，剪贴板里还是告知，请不要粘贴。{reason}</source>
        <translation>Nothing recorded, but the notice is still on the clipboard: please do not paste it. {reason}</translation>
    </message>
    <message>
        <source>没能复制，剪贴板被别的程序占用。也没有记录；检查结果还在，请再试一次。</source>
        <translation>Not copied: another program holds the clipboard. Nothing recorded; the result is still here. Try again.</translation>
    </message>
    <message>
        <source>没能检查</source>
        <translation>Could not check</translation>
    </message>
    <message>
        <source>没问题</source>
        <translation>No problem</translation>
    </message>
    <message>
        <source>没问题，关闭；正在打字时先清空</source>
        <translation>No problem, close; clears the field first while typing</translation>
    </message>
    <message>
        <source>消息</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>现记 {count} 次</source>
        <translation>now {count} {count:strike|strikes}</translation>
    </message>
    <message>
        <source>由您决定</source>
        <translation>You decide</translation>
    </message>
    <message>
        <source>看下一人</source>
        <translation>Next person</translation>
    </message>
    <message>
        <source>看依据，逐条展开；收起</source>
        <translation>Why: open one after the other; fold</translation>
    </message>
    <message>
        <source>看此人</source>
        <translation>See person</translation>
    </message>
    <message>
        <source>看看影响</source>
        <translation>See the effect</translation>
    </message>
    <message>
        <source>第 {count} 次</source>
        <translation>Strike {count}</translation>
    </message>
    <message>
        <source>第 {number} 条</source>
        <translation>Clause {number}</translation>
    </message>
    <message>
        <source>第 {number} 条例外</source>
        <translation>Clause {number}, exception</translation>
    </message>
    <message>
        <source>给{name}的告知</source>
        <translation>Notice for {name}</translation>
    </message>
    <message>
        <source>群：{group}</source>
        <translation>Group: {group}</translation>
    </message>
    <message>
        <source>自然对话 {count} 条</source>
        <translation>Talk: {count}</translation>
    </message>
    <message>
        <source>若计一次：{action}</source>
        <translation>If it counts: {action}</translation>
    </message>
    <message>
        <source>计 1 次</source>
        <translation>Counts 1</translation>
    </message>
    <message>
        <source>计 1 次，须指明成员</source>
        <translation>Counts 1, needs a member</translation>
    </message>
    <message>
        <source>记为误判</source>
        <translation>Keep as misjudged</translation>
    </message>
    <message>
        <source>记为违规</source>
        <translation>Keep as a violation</translation>
    </message>
    <message>
        <source>记录时会把{name}加进名单。</source>
        <translation>{name} will be added to the list when recorded.</translation>
    </message>
    <message>
        <source>试试示例</source>
        <translation>Try a sample</translation>
    </message>
    <message>
        <source>误判</source>
        <translation>Misjudged</translation>
    </message>
    <message>
        <source>误判；没问题时是「其实违规」</source>
        <translation>Misjudged; on a clean message: a violation after all</translation>
    </message>
    <message>
        <source>谁发的？姓名、别名或拼音首字母，可留空</source>
        <translation>Who sent it? Name, alias or pinyin initials; may stay empty</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还有 {count} 人未处理</source>
        <translation>{count} left to handle</translation>
    </message>
    <message>
        <source>还没有告知新成员</source>
        <translation>The new members are not told yet</translation>
    </message>
    <message>
        <source>还没有记录：计次数须先指明成员。</source>
        <translation>Not recorded yet: a strike needs a member.</translation>
    </message>
    <message>
        <source>还没有记录：请先选是哪一位。</source>
        <translation>Not recorded yet: choose which one it is.</translation>
    </message>
    <message>
        <source>这句话不会再算「{rule}」</source>
        <translation>This is no longer taken for “{rule}”</translation>
    </message>
    <message>
        <source>这样的话以后都算「{rule}」</source>
        <translation>From now on this counts as “{rule}”</translation>
    </message>
    <message>
        <source>这段文字太长，没有检查</source>
        <translation>This text is too long and was not checked</translation>
    </message>
    <message>
        <source>这里没有可以撤销的；更早的，请到主窗口撤销。</source>
        <translation>Nothing to undo here; undo what was earlier in the main window.</translation>
    </message>
    <message>
        <source>违规 {count} 人</source>
        <translation>Violation: {count}</translation>
    </message>
    <message>
        <source>选人</source>
        <translation>Choose a person</translation>
    </message>
    <message>
        <source>选告知；正在打字时按 Alt 加数字</source>
        <translation>Choose a notice; with Alt while typing</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>选条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Quit</name>
    <message>
        <source>不保存，退出</source>
        <translation>Quit without saving</translation>
    </message>
    <message>
        <source>群规或告知里有 {count} 处修改还没有保存，退出以后就没有了。取消就回到窗口，可以先保存。</source>
        <translation>Edits of rules or notices that are not saved: {count}. They go when the program ends; Cancel takes you back to the window, to save them first.</translation>
    </message>
    <message>
        <source>退出群管助手</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>协会本身</source>
        <translation>The association</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>管理员</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>缴费成员</source>
        <translation>Paid member</translation>
    </message>
    <message>
        <source>群主</source>
        <translation>Owner</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>{member}的这一次已经作废，不再计数。</source>
        <translation>This strike of {member} is void already and counts no longer.</translation>
    </message>
    <message>
        <source>{member}的这一次已经撤销，不用再作废。</source>
        <translation>This strike of {member} was undone; there is nothing to void.</translation>
    </message>
    <message>
        <source>没有可以撤销的操作。</source>
        <translation>Nothing to undo.</translation>
    </message>
    <message>
        <source>没有编号为 {id} 的违规记录。</source>
        <translation>There is no strike with the id {id}.</translation>
    </message>
    <message>
        <source>这一步已经撤销过了。</source>
        <translation>This step was undone already.</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>{count} 条不过</source>
        <translation>{count} {count:fails|fail}</translation>
    </message>
    <message>
        <source>{days} 天内第 {count} 条推广</source>
        <translation>Promotion number {count} within {days} {days:day|days}</translation>
    </message>
    <message>
        <source>{days} 天内第 {count} 条推广，上一条在 {at}</source>
        <translation>Promotion number {count} within {days} {days:day|days}, the last one at {at}</translation>
    </message>
    <message>
        <source>{good}/{all} 通过</source>
        <translation>{good}/{all} pass</translation>
    </message>
    <message>
        <source>{rulebook} · {count} 条 · {on} 条启用</source>
        <translation>{rulebook} · {count} {count:clause|clauses} · {on} on</translation>
    </message>
    <message>
        <source>{zh}内有条件放宽</source>
        <translation>Relaxed during the {en}</translation>
    </message>
    <message>
        <source>{zh}等 {count} 处</source>
        <translation>{en} and more, in {count} places</translation>
    </message>
    <message>
        <source>{zh}</source>
        <translation>{en}</translation>
    </message>
    <message>
        <source>{at} 发出，{closed} 不发消息</source>
        <translation>sent at {at}; no messages {closed}</translation>
    </message>
    <message>
        <source>{at} 发出，只在 {open} 发言</source>
        <translation>sent at {at}; messages only {open}</translation>
    </message>
    <message>
        <source>{count} 条修改还没有保存，保存前不影响正在用的群规</source>
        <translation>{count} unsaved {count:change|changes}; the rules in use stay as they are until you save</translation>
    </message>
    <message>
        <source>{count} 条消息都没有留下文字</source>
        <translation>{count} {count:message was|messages were} kept without text</translation>
    </message>
    <message>
        <source>{minutes} 分钟内 {count} 个表情</source>
        <translation>{count} stickers within {minutes} {minutes:minute|minutes}</translation>
    </message>
    <message>
        <source>{minutes} 分钟内 {count} 张图片</source>
        <translation>{count} pictures within {minutes} {minutes:minute|minutes}</translation>
    </message>
    <message>
        <source>{name} {at} 点名，过了 {minutes} 分钟才答</source>
        <translation>Answered {minutes} minutes after {name} called by name at {at}</translation>
    </message>
    <message>
        <source>{seconds} 秒内连发 {count} 条</source>
        <translation>{count} messages within {seconds} seconds</translation>
    </message>
    <message>
        <source>{state}，您判定过</source>
        <translation>{state}, your ruling</translation>
    </message>
    <message>
        <source>{state}，您加的</source>
        <translation>{state}, added by you</translation>
    </message>
    <message>
        <source>{word}，{kind}</source>
        <translation>{word}, {kind}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>「{clause}」的修改还没有保存</source>
        <translation>“{clause}” has unsaved changes</translation>
    </message>
    <message>
        <source>「{file}」{form}，{total} 条消息</source>
        <translation>“{file}” {form}, {total} messages</translation>
    </message>
    <message>
        <source>「{key}」写了两次。</source>
        <translation>“{key}” stands here twice.</translation>
    </message>
    <message>
        <source>「{option}」不能是「{value}」，可以是：{allowed}。</source>
        <translation>“{option}” cannot be “{value}”; it can be: {allowed}.</translation>
    </message>
    <message>
        <source>「{option}」只能写一个值。</source>
        <translation>“{option}” takes one value only.</translation>
    </message>
    <message>
        <source>「{option}」应写成 22:00-07:30 或 Thu 21:00-22:30 的样子，写的是「{value}」。</source>
        <translation>“{option}” should look like 22:00-07:30 or Thu 21:00-22:30, not “{value}”.</translation>
    </message>
    <message>
        <source>「{option}」应当是数字，写的是「{value}」。</source>
        <translation>“{option}” must be a number; it is “{value}”.</translation>
    </message>
    <message>
        <source>「{row}」读不懂：请写成「迹象」或「迹象 + 迹象」。</source>
        <translation>“{row}” cannot be read: write “sign” or “sign + sign”.</translation>
    </message>
    <message>
        <source>「{value}」不是数字。</source>
        <translation>“{value}” is not a number.</translation>
    </message>
    <message>
        <source>「{value}」不是日期，请写成 2026-01-20 的样子。</source>
        <translation>“{value}” is not a date; write it like 2026-01-20.</translation>
    </message>
    <message>
        <source>不是用一个表情回应别人</source>
        <translation>is no single emoji in reply to somebody</translation>
    </message>
    <message>
        <source>不是缴费会员</source>
        <translation>not a paying member</translation>
    </message>
    <message>
        <source>不能是「{value}」，可以是：{allowed}。</source>
        <translation>It cannot be “{value}”; it can be: {allowed}.</translation>
    </message>
    <message>
        <source>不详</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>不适用于：{roles}</source>
        <translation>Not for: {roles}</translation>
    </message>
    <message>
        <source>与{name} {at} 发过的内容相同或相近</source>
        <translation>The same as or close to what {name} sent at {at}</translation>
    </message>
    <message>
        <source>与{name}两个人已经连续说了 {count} 条</source>
        <translation>only they and {name} have spoken for {count} messages</translation>
    </message>
    <message>
        <source>与{name}发过的内容相同或相近</source>
        <translation>The same as or close to what {name} sent</translation>
    </message>
    <message>
        <source>与前面发过的内容相同或相近</source>
        <translation>The same as or close to an earlier message</translation>
    </message>
    <message>
        <source>严</source>
        <translation>Strict</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>以协会名义发布，不受这一条限制</source>
        <translation>Posted in the association&apos;s name, exempt from this clause</translation>
    </message>
    <message>
        <source>例句「{text}」不该违反这一条，却被判中了。</source>
        <translation>The example “{text}” should pass this clause and is caught.</translation>
    </message>
    <message>
        <source>例句「{text}」应当违反这一条，却没有判中。</source>
        <translation>The example “{text}” should break this clause and is not caught.</translation>
    </message>
    <message>
        <source>全文 {count} 字，超过 {most} 字</source>
        <translation>{count} characters, more than {most}</translation>
    </message>
    <message>
        <source>共用条款里没有这一条。</source>
        <translation>The shared clauses have no such clause.</translation>
    </message>
    <message>
        <source>冒号是全角，改成半角冒号即可。</source>
        <translation>Full-width colon. Use a plain colon.</translation>
    </message>
    <message>
        <source>前面没有人提出相关的需求</source>
        <translation>nobody had stated such a need before</translation>
    </message>
    <message>
        <source>前面没有相关的交谈</source>
        <translation>no related conversation before it</translation>
    </message>
    <message>
        <source>另有 {count} 人正在说话</source>
        <translation>{count} others are talking just now</translation>
    </message>
    <message>
        <source>只建议</source>
        <translation>Advice only</translation>
    </message>
    <message>
        <source>会通过</source>
        <translation>passes</translation>
    </message>
    <message>
        <source>「{value}」不是整数，或者小于零。</source>
        <translation>“{value}” is not a whole number, or it is below zero.</translation>
    </message>
    <message>
        <source>与 {at} 的一条消息 {percent} % 相同</source>
        <translation>{percent}% the same as a message of {at}</translation>
    </message>
    <message>
        <source>与{name} {at} 的消息 {percent} % 相同</source>
        <translation>{percent}% the same as a message of {at} by {name}</translation>
    </message>
    <message>
        <source>与本人 {at} 的消息 {percent} % 相同</source>
        <translation>{percent}% the same as a message of their own of {at}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存前先看会命中哪些说过的话</source>
        <translation>See what it would catch before you save</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>先观察</source>
        <translation>Watch first</translation>
    </message>
    <message>
        <source>全文</source>
        <translation>Full text</translation>
    </message>
    <message>
        <source>减少</source>
        <translation>gone</translation>
    </message>
    <message>
        <source>减少 {count}</source>
        <translation>{count} gone</translation>
    </message>
    <message>
        <source>加一句应当命中的</source>
        <translation>Add a sentence to catch</translation>
    </message>
    <message>
        <source>加一句应当放过的</source>
        <translation>Add a sentence to let through</translation>
    </message>
    <message>
        <source>单独就算</source>
        <translation>Counts alone</translation>
    </message>
    <message>
        <source>发言人</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>另有 {count} 条没有留下文字</source>
        <translation>{count} more kept without text</translation>
    </message>
    <message>
        <source>另有 {count} 条通过</source>
        <translation>{count} more {count:passes|pass}</translation>
    </message>
    <message>
        <source>可以拿导出的聊天记录、表格或一行一条的文字来试。</source>
        <translation>Try an exported chat, a table, or a text with one message a line.</translation>
    </message>
    <message>
        <source>合起来才算</source>
        <translation>Only together</translation>
    </message>
    <message>
        <source>同样的话连发第 {count} 遍</source>
        <translation>the same words {count} times in a row</translation>
    </message>
    <message>
        <source>名称读不懂。</source>
        <translation>The name cannot be read.</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>On</translation>
    </message>
    <message>
        <source>启用、先观察或停用</source>
        <translation>On, watch first or off</translation>
    </message>
    <message>
        <source>命中 {before} → {now}</source>
        <translation>Caught {before} → {now}</translation>
    </message>
    <message>
        <source>命中 {count}</source>
        <translation>Caught {count}</translation>
    </message>
    <message>
        <source>命中 {hits} · 处理 {confirmed} · 放过 {passed} · 误判 {misjudged}</source>
        <translation>Caught {hits} · handled {confirmed} · let pass {passed} · misjudged {misjudged}</translation>
    </message>
    <message>
        <source>命中后</source>
        <translation>When caught</translation>
    </message>
    <message>
        <source>命中这些词</source>
        <translation>Catch these words</translation>
    </message>
    <message>
        <source>回测</source>
        <translation>Backtest</translation>
    </message>
    <message>
        <source>回测结果</source>
        <translation>Backtest results</translation>
    </message>
    <message>
        <source>图中有 QQ 好友或群的二维码</source>
        <translation>the picture holds a QR code of a QQ contact or group</translation>
    </message>
    <message>
        <source>图中有二维码：{text}</source>
        <translation>the picture holds a QR code: {text}</translation>
    </message>
    <message>
        <source>图中有公众号或个人号的二维码</source>
        <translation>the picture holds a QR code of an account</translation>
    </message>
    <message>
        <source>图中有加好友的二维码</source>
        <translation>the picture holds a QR code to add a contact</translation>
    </message>
    <message>
        <source>图中有名片二维码</source>
        <translation>the picture holds a QR code of a business card</translation>
    </message>
    <message>
        <source>图中有商品条码</source>
        <translation>the picture holds a product bar code</translation>
    </message>
    <message>
        <source>图中有小程序码</source>
        <translation>the picture holds a mini-program code</translation>
    </message>
    <message>
        <source>图中有指向链接的二维码：{text}</source>
        <translation>the picture holds a QR code to a link: {text}</translation>
    </message>
    <message>
        <source>图中有收付款二维码</source>
        <translation>the picture holds a QR code for payment</translation>
    </message>
    <message>
        <source>图中有登录用的二维码</source>
        <translation>the picture holds a QR code to log in</translation>
    </message>
    <message>
        <source>图中有视频号二维码</source>
        <translation>the picture holds a QR code of a video channel</translation>
    </message>
    <message>
        <source>图中有读不出内容的二维码</source>
        <translation>the picture holds a QR code that cannot be read</translation>
    </message>
    <message>
        <source>图中有进群二维码</source>
        <translation>the picture holds a QR code to join a group</translation>
    </message>
    <message>
        <source>图中有连接无线网的二维码</source>
        <translation>the picture holds a QR code to join a wireless network</translation>
    </message>
    <message>
        <source>在回答{name} {at} 的需求：「{excerpt}」</source>
        <translation>Answers {name}&apos;s request of {at}: “{excerpt}”</translation>
    </message>
    <message>
        <source>在回答{name}的需求：「{excerpt}」</source>
        <translation>Answers {name}&apos;s request: “{excerpt}”</translation>
    </message>
    <message>
        <source>在回答前面的需求：「{excerpt}」</source>
        <translation>Answers an earlier request: “{excerpt}”</translation>
    </message>
    <message>
        <source>在提出自己的需求</source>
        <translation>States a need of one&apos;s own</translation>
    </message>
    <message>
        <source>在谈论群规或广告本身</source>
        <translation>Talks about the rules or about advertising itself</translation>
    </message>
    <message>
        <source>宽</source>
        <translation>Lenient</translation>
    </message>
    <message>
        <source>宽严</source>
        <translation>Strictness</translation>
    </message>
    <message>
        <source>层次太深。</source>
        <translation>Nested too deeply.</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>已改过</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>已经留着，回到「群规」可以接着改。</source>
        <translation>They are kept. Go back to Rules to continue.</translation>
    </message>
    <message>
        <source>应当命中</source>
        <translation>Must be caught</translation>
    </message>
    <message>
        <source>应当放过</source>
        <translation>Must pass</translation>
    </message>
    <message>
        <source>引用的是别人的话</source>
        <translation>Quotes somebody else</translation>
    </message>
    <message>
        <source>当时处理过</source>
        <translation>handled then</translation>
    </message>
    <message>
        <source>当时放过</source>
        <translation>let pass then</translation>
    </message>
    <message>
        <source>恢复原样</source>
        <translation>Restore the original</translation>
    </message>
    <message>
        <source>您放过的有 {count} 条</source>
        <translation>{count} you had let pass</translation>
    </message>
    <message>
        <source>您的判断</source>
        <translation>Your call</translation>
    </message>
    <message>
        <source>成员不受这一条限制</source>
        <translation>Members are exempt from this clause</translation>
    </message>
    <message>
        <source>成员之间正在自然交流</source>
        <translation>Natural conversation among members</translation>
    </message>
    <message>
        <source>找不到措辞模型 {file}，凭措辞的迹象停用，其余照常。</source>
        <translation>The wording model {file} is missing. Signs that rest on wording are off, the rest works.</translation>
    </message>
    <message>
        <source>找不到词表文件。</source>
        <translation>The word list file is missing.</translation>
    </message>
    <message>
        <source>把「{words}」改长一些，或将该句中的说法加入放行词。</source>
        <translation>Make “{words}” longer, or let the phrase in that sentence through.</translation>
    </message>
    <message>
        <source>把句中的说法加入命中词，或把尺度调严。</source>
        <translation>Add the phrase to the words to catch, or be stricter.</translation>
    </message>
    <message>
        <source>把该句中的说法加入放行词，或把尺度调宽。</source>
        <translation>Let the phrase in that sentence through, or be more lenient.</translation>
    </message>
    <message>
        <source>拿不准</source>
        <translation>Unsure</translation>
    </message>
    <message>
        <source>按 JSON 读出</source>
        <translation>read as JSON</translation>
    </message>
    <message>
        <source>按一行一条读出</source>
        <translation>read line by line</translation>
    </message>
    <message>
        <source>按空行分隔读出</source>
        <translation>read by blank lines</translation>
    </message>
    <message>
        <source>按聊天记录读出</source>
        <translation>read as a chat</translation>
    </message>
    <message>
        <source>按表格读出</source>
        <translation>read as a table</translation>
    </message>
    <message>
        <source>措辞模型 {file} 读不懂，凭措辞的迹象停用，其余照常。</source>
        <translation>The wording model {file} cannot be read. Signs that rest on wording are off, the rest works.</translation>
    </message>
    <message>
        <source>提倡</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>改用词</source>
        <translation>Edit words</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>放行这些词（优先于命中）</source>
        <translation>Let these words through (wins over a hit)</translation>
    </message>
    <message>
        <source>放过</source>
        <translation>Let pass</translation>
    </message>
    <message>
        <source>放过，已加为例子</source>
        <translation>let pass, added</translation>
    </message>
    <message>
        <source>文件不是 UTF-8，已按 GB18030 读取；另存为 UTF-8 更稳妥。</source>
        <translation>The file is not UTF-8 and was read as GB18030; saving it as UTF-8 is safer.</translation>
    </message>
    <message>
        <source>文件太大，不像是群规。</source>
        <translation>The file is too large to be a rulebook.</translation>
    </message>
    <message>
        <source>文字编码读不懂，请另存为 UTF-8。</source>
        <translation>The encoding cannot be read; save it as UTF-8.</translation>
    </message>
    <message>
        <source>新加的词怎样算</source>
        <translation>How new words count</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>new</translation>
    </message>
    <message>
        <source>新增 {count}</source>
        <translation>{count} new</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>是管理员自己的告知</source>
        <translation>This is the moderator&apos;s own notice</translation>
    </message>
    <message>
        <source>昵称「{name}」里留了联系方式</source>
        <translation>the nickname “{name}” holds a contact</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>最近 {days} 天，{total} 条消息</source>
        <translation>Last {days} days, {total} messages</translation>
    </message>
    <message>
        <source>有 {count} 条例子不通过，暂不能保存。</source>
        <translation>{count} {count:example fails|examples fail}, so this cannot be saved yet. </translation>
    </message>
    <message>
        <source>有不能用的字符。</source>
        <translation>It holds a character that cannot be used.</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>Unsaved</translation>
    </message>
    <message>
        <source>未判断</source>
        <translation>not judged</translation>
    </message>
    <message>
        <source>条款又改过，按 F5 重新回测</source>
        <translation>Changed since; F5 runs it again</translation>
    </message>
    <message>
        <source>条款或用词</source>
        <translation>Clause or word</translation>
    </message>
    <message>
        <source>条款没有编号（id）。</source>
        <translation>The clause has no id.</translation>
    </message>
    <message>
        <source>格式读不懂，请核对缩进、引号和冒号。</source>
        <translation>This cannot be read; look at indentation, quotes and colons.</translation>
    </message>
    <message>
        <source>正则表达式写错了（{detail}）。</source>
        <translation>The pattern is wrong ({detail}).</translation>
    </message>
    <message>
        <source>正则表达式太慢，{seconds} 秒内没有算完。</source>
        <translation>The pattern is too slow; it had not finished after {seconds} seconds.</translation>
    </message>
    <message>
        <source>正则表达式没能试运行，所以没有启用。</source>
        <translation>The pattern could not be tried, so it is off.</translation>
    </message>
    <message>
        <source>正则表达式连空文字也会匹配，等于处处违规。</source>
        <translation>The pattern matches even an empty text, so everything would break the rule.</translation>
    </message>
    <message>
        <source>正在试第 {done} 条，共 {total} 条</source>
        <translation>Trying {done} of {total}</translation>
    </message>
    <message>
        <source>正在读出消息</source>
        <translation>Reading the messages</translation>
    </message>
    <message>
        <source>没有「{key}」这一项。</source>
        <translation>There is no “{key}” here.</translation>
    </message>
    <message>
        <source>没有写全规定的各项</source>
        <translation>what the prescribed form asks for is not all there</translation>
    </message>
    <message>
        <source>没有叫「{detector}」的检测方法。</source>
        <translation>There is no detector called “{detector}”.</translation>
    </message>
    <message>
        <source>没有叫「{sign}」的迹象。</source>
        <translation>There is no sign called “{sign}”.</translation>
    </message>
    <message>
        <source>没有命中</source>
        <translation>Not caught</translation>
    </message>
    <message>
        <source>没有在谈论群规</source>
        <translation>does not speak about the rules</translation>
    </message>
    <message>
        <source>没有提出自己的需求</source>
        <translation>states no need of its own</translation>
    </message>
    <message>
        <source>没有记下检查过的消息</source>
        <translation>Checked messages are not remembered</translation>
    </message>
    <message>
        <source>消息</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>照旧</source>
        <translation>as before</translation>
    </message>
    <message>
        <source>现在是 {at}，若是刚刚发出：{closed} 不发消息</source>
        <translation>it is {at} now; if just sent: no messages {closed}</translation>
    </message>
    <message>
        <source>现在是 {at}，若是刚刚发出：只在 {open} 发言</source>
        <translation>it is {at} now; if just sent: messages only {open}</translation>
    </message>
    <message>
        <source>用一个表情回应前面的话</source>
        <translation>A sticker in answer to what was said</translation>
    </message>
    <message>
        <source>用文件试</source>
        <translation>Try a file</translation>
    </message>
    <message>
        <source>用文件试…</source>
        <translation>Try a file…</translation>
    </message>
    <message>
        <source>由程序识别的 {count} 种迹象</source>
        <translation>{count} {count:sign|signs} seen by the program</translation>
    </message>
    <message>
        <source>由程序识别：{signs}</source>
        <translation>Seen by the program: {signs}</translation>
    </message>
    <message>
        <source>看似需求，其实在推销</source>
        <translation>looks like a need, but sells something</translation>
    </message>
    <message>
        <source>第 {clause}，{state}</source>
        <translation>Clause {clause}, {state}</translation>
    </message>
    <message>
        <source>第 {number} 条 {title}</source>
        <translation>Clause {number} {title}</translation>
    </message>
    <message>
        <source>管理员不受这一条限制</source>
        <translation>Admins are exempt from this clause</translation>
    </message>
    <message>
        <source>缴费会员不受这一条限制</source>
        <translation>Paid members are exempt from this clause</translation>
    </message>
    <message>
        <source>缴费会员按规定格式发布</source>
        <translation>A paid member posts in the prescribed form</translation>
    </message>
    <message>
        <source>群主不受这一条限制</source>
        <translation>The owner is exempt from this clause</translation>
    </message>
    <message>
        <source>群名片「{card}」不全，应有 {parts} 部分</source>
        <translation>The name card “{card}” is incomplete; {parts} parts are wanted</translation>
    </message>
    <message>
        <source>群名片「{card}」缺{fields}，应写成：{asked}</source>
        <translation>the name card “{card}” lacks {fields}; it should read: {asked}</translation>
    </message>
    <message>
        <source>群名片「{card}」里的姓名不像真名，应写成：{asked}</source>
        <translation>the name on the card “{card}” does not look like a real one; it should read: {asked}</translation>
    </message>
    <message>
        <source>群管认定过同样的内容没有问题</source>
        <translation>a moderator decided that the same content is fine</translation>
    </message>
    <message>
        <source>群管认定过同样的内容违规</source>
        <translation>a moderator decided that the same content is a violation</translation>
    </message>
    <message>
        <source>群规</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>群规文件没有编号（id）。</source>
        <translation>The rulebook file has no id.</translation>
    </message>
    <message>
        <source>聊天记录、表格或文字 (*.txt *.csv *.tsv *.json *.jsonl);;所有文件 (*)</source>
        <translation>Chats, tables or text (*.txt *.csv *.tsv *.json *.jsonl);;All files (*)</translation>
    </message>
    <message>
        <source>自定 {violation} / {unsure}</source>
        <translation>Own {violation} / {unsure}</translation>
    </message>
    <message>
        <source>蓝框是您加的词：实线单独就算，虚线与别的迹象合起来才算。← → 选词，空格换一种。</source>
        <translation>Blue words are yours: a solid frame counts alone, a dashed one only together with other signs. ← → choose, Space switches.</translation>
    </message>
    <message>
        <source>虽然谈到群规，却在推销或留了联系方式</source>
        <translation>speaks of the rules, but sells something or leaves a contact</translation>
    </message>
    <message>
        <source>行首有制表符，请改成空格。</source>
        <translation>The line begins with a tab; use spaces.</translation>
    </message>
    <message>
        <source>观察中</source>
        <translation>Watching</translation>
    </message>
    <message>
        <source>观察中，不计入判断。检查过的消息里，它会命中 {count} 条，见下方回测。</source>
        <translation>Watching, without a say. It would have caught {count} of the checked messages; see the backtest below.</translation>
    </message>
    <message>
        <source>观察中，不计入判断。至今还没有会命中的消息。</source>
        <translation>Watching, without a say. So far it would have caught nothing.</translation>
    </message>
    <message>
        <source>该中</source>
        <translation>Catch</translation>
    </message>
    <message>
        <source>该中，已加为例子</source>
        <translation>catch, added</translation>
    </message>
    <message>
        <source>误中</source>
        <translation>Wrongly caught</translation>
    </message>
    <message>
        <source>误中「{words}」</source>
        <translation>wrongly hit “{words}”</translation>
    </message>
    <message>
        <source>说给成员听的条文</source>
        <translation>Wording for members</translation>
    </message>
    <message>
        <source>超过 {most} 字，不像是对需求的回答</source>
        <translation>more than {most} characters: too long to be an answer to a need</translation>
    </message>
    <message>
        <source>转为启用</source>
        <translation>Put in force</translation>
    </message>
    <message>
        <source>输入后按 Enter</source>
        <translation>Type, then Enter</translation>
    </message>
    <message>
        <source>这一步没有写措施（action）。</source>
        <translation>This step has no action.</translation>
    </message>
    <message>
        <source>这个检测方法没有「{option}」这一项。</source>
        <translation>This detector has no option “{option}”.</translation>
    </message>
    <message>
        <source>这个编号前面已经用过了。</source>
        <translation>This id was used before.</translation>
    </message>
    <message>
        <source>这个群还没有检查过消息</source>
        <translation>No message of this group has been checked yet</translation>
    </message>
    <message>
        <source>这里只能写一个值。</source>
        <translation>Only one value can stand here.</translation>
    </message>
    <message>
        <source>这里应当写成「名称: 值」。</source>
        <translation>This must be written as “name: value”.</translation>
    </message>
    <message>
        <source>这里应当是一列，每行以「- 」开头。</source>
        <translation>This must be a list, each line beginning with “- ”.</translation>
    </message>
    <message>
        <source>违规</source>
        <translation>Violation</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>重新回测</source>
        <translation>Run again</translation>
    </message>
    <message>
        <source>随附的 {count} 个词</source>
        <translation>{count} built-in words</translation>
    </message>
    <message>
        <source>随附的 {words} 个词，{count} 种迹象</source>
        <translation>{words} built-in words, {count} signs</translation>
    </message>
    <message>
        <source>，当时是「{zh}」</source>
        <translation>, then {en}</translation>
    </message>
    <message>
        <source>，当时认为没有问题</source>
        <translation>, then passed</translation>
    </message>
</context>
<context>
    <name>Ruling</name>
    <message>
        <source>{looked}，不会多判中别的。</source>
        <translation>{looked}: nothing else would be flagged.</translation>
    </message>
    <message>
        <source>{looked}，还会多判中 {count} 条</source>
        <translation>{looked}: {count} more would be flagged</translation>
    </message>
    <message>
        <source>「{text}」</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>历史里还没有别的消息可以对照。</source>
        <translation>There is no other message in the history to compare with yet.</translation>
    </message>
    <message>
        <source>哪一条判错了？</source>
        <translation>Which clause was misjudged?</translation>
    </message>
    <message>
        <source>对照了历史里的 {count} 条消息</source>
        <translation>Compared with {count} messages of the history</translation>
    </message>
    <message>
        <source>找一条：条款的字、拼音首字母或第几条</source>
        <translation>Find a clause: words or number</translation>
    </message>
    <message>
        <source>正在对照历史：{done} / {total}</source>
        <translation>Reading the history: {done} / {total}</translation>
    </message>
    <message>
        <source>没有这样的条款。</source>
        <translation>No such clause.</translation>
    </message>
    <message>
        <source>违反了哪一条？</source>
        <translation>Which clause does it break?</translation>
    </message>
    <message>
        <source>都判错了</source>
        <translation>All of them</translation>
    </message>
    <message>
        <source>，其中 {count} 条您放行过</source>
        <translation>, {count} of which you let pass</translation>
    </message>
    <message>
        <source>：</source>
        <translation>:</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>{member}的资料没有改动。</source>
        <translation>Nothing was changed about {member}.</translation>
    </message>
    <message>
        <source>{name} 不能设成「{value}」。原来的设置没有变。</source>
        <translation>{name} cannot be set to “{value}”. The setting is unchanged.</translation>
    </message>
    <message>
        <source>「{id}」不能作群的编号：请用字母、数字、汉字和短横，不超过 40 个。</source>
        <translation>“{id}” cannot be a group&apos;s id: use at most 40 letters, digits and hyphens.</translation>
    </message>
    <message>
        <source>从名单移除{member}</source>
        <translation>Remove {member} from the list</translation>
    </message>
    <message>
        <source>作废{member}的一次记录</source>
        <translation>Void a strike of {member}</translation>
    </message>
    <message>
        <source>作废要写明原因。没有改动。</source>
        <translation>Voiding needs a reason. Nothing was changed.</translation>
    </message>
    <message>
        <source>保存「{notice}」</source>
        <translation>Save “{notice}”</translation>
    </message>
    <message>
        <source>修改{member}的资料</source>
        <translation>Edit {member}</translation>
    </message>
    <message>
        <source>名单里已经有名字和群名片都相同的「{member}」。没有重复添加。</source>
        <translation>A member “{member}” with the same name and card is on the list already. Not added twice.</translation>
    </message>
    <message>
        <source>名单里有 {count} 位「{name}」，请选一位。</source>
        <translation>{count} members are called {name}. Choose one.</translation>
    </message>
    <message>
        <source>名单里没有「{name}」。</source>
        <translation>“{name}” is not on the list.</translation>
    </message>
    <message>
        <source>名字不能是空的。没有保存。</source>
        <translation>The name cannot be empty. Not saved.</translation>
    </message>
    <message>
        <source>共 {length} 字，一次最多检查 {most} 字。请只留下要检查的那几条消息。</source>
        <translation>This is {length} characters; at most {most} can be checked at once. Keep only the messages to be checked.</translation>
    </message>
    <message>
        <source>{names}等 {count} 位</source>
        <translation>{names} and others, {count} in all</translation>
    </message>
    <message>
        <source>{told}，删除 {count} 位的资料</source>
        <translation>{told}; data of {count} {count:person|people} deleted</translation>
    </message>
    <message>
        <source>{what}（{group}）</source>
        <translation>{what} ({group})</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>「{text}」认不出是不是同一个，不能记为例句。请只对有文字的消息这样做。</source>
        <translation>“{text}” cannot be told from others of its kind, so it cannot be kept as an example. Please do this only for messages with words.</translation>
    </message>
    <message>
        <source>一位资料已删除的成员</source>
        <translation>a deleted person</translation>
    </message>
    <message>
        <source>保存条款「{rule}」的改动</source>
        <translation>Changes to the clause “{rule}” saved</translation>
    </message>
    <message>
        <source>合并{members}的记录（{count} 条）</source>
        <translation>Merge the record of {members} ({count} entries)</translation>
    </message>
    <message>
        <source>合并记录（{count} 条）</source>
        <translation>Merge a record ({count} entries)</translation>
    </message>
    <message>
        <source>名字太长了，最多 {most} 个字。没有保存。</source>
        <translation>The name is too long, at most {most} characters. Not saved.</translation>
    </message>
    <message>
        <source>回到 {day} 的备份</source>
        <translation>Go back to the backup of {day}</translation>
    </message>
    <message>
        <source>复制「{notice}」</source>
        <translation>Copy “{notice}”</translation>
    </message>
    <message>
        <source>导入整份记录（{count} 条）</source>
        <translation>Import a whole record ({count} entries)</translation>
    </message>
    <message>
        <source>已换用随附的群规，您的文件没有动。</source>
        <translation>Using the shipped rulebook; your file is untouched.</translation>
    </message>
    <message>
        <source>已撤销：{what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <source>恢复随附的「{notice}」</source>
        <translation>Restore the shipped “{notice}”</translation>
    </message>
    <message>
        <source>恢复随附的条款「{rule}」</source>
        <translation>Clause “{rule}” as shipped</translation>
    </message>
    <message>
        <source>成员没有 {field} 这一项。没有保存。</source>
        <translation>A member has no field {field}. Not saved.</translation>
    </message>
    <message>
        <source>成员的 {field} 不能是「{value}」。没有保存。</source>
        <translation>A member&apos;s {field} cannot be “{value}”. Not saved.</translation>
    </message>
    <message>
        <source>把{member}列入黑名单</source>
        <translation>Put {member} on the blocklist</translation>
    </message>
    <message>
        <source>把{member}和另一个群的同一人连起来</source>
        <translation>Link {member} with the same person in another group</translation>
    </message>
    <message>
        <source>把{member}的两份记录当作一个人</source>
        <translation>Treat two records of {member} as one person</translation>
    </message>
    <message>
        <source>把{member}移出黑名单</source>
        <translation>Take {member} off the blocklist</translation>
    </message>
    <message>
        <source>把{member}移到自由群</source>
        <translation>Move {member} to the free group</translation>
    </message>
    <message>
        <source>把「{excerpt}」记为误判（{rule}）</source>
        <translation>“{excerpt}” kept as misjudged ({rule})</translation>
    </message>
    <message>
        <source>把「{excerpt}」记为违反「{rule}」</source>
        <translation>“{excerpt}” kept as breaking “{rule}”</translation>
    </message>
    <message>
        <source>换到群「{group}」</source>
        <translation>Change to the group “{group}”</translation>
    </message>
    <message>
        <source>提请{what}：{member}</source>
        <translation>Propose to {what}: {member}</translation>
    </message>
    <message>
        <source>提醒 {count} 位成员改群名片</source>
        <translation>Remind {count} members of their name cards</translation>
    </message>
    <message>
        <source>提醒 {count} 位成员说句话</source>
        <translation>Ask {count} members to speak up</translation>
    </message>
    <message>
        <source>条款「{rule}」就是随附的样子，没有改动过。</source>
        <translation>The clause “{rule}” is as it was shipped; nothing has been changed.</translation>
    </message>
    <message>
        <source>条款「{rule}」没有新的改动。</source>
        <translation>Nothing new has been changed in the clause “{rule}”.</translation>
    </message>
    <message>
        <source>没有保存：例句「{text}」不该违反「{rule}」，这样改却会判中它（共 {count} 句不通过）。</source>
        <translation>Not saved: the example “{text}” must not break “{rule}”, but would with this change ({count} examples fail).</translation>
    </message>
    <message>
        <source>没有保存：例句「{text}」应当违反「{rule}」，这样改就查不出来了（共 {count} 句不通过）。</source>
        <translation>Not saved: the example “{text}” must break “{rule}”, but would not be found with this change ({count} examples fail).</translation>
    </message>
    <message>
        <source>没有保存：分数要是大于 0 的数。</source>
        <translation>Not saved: points must be a number above 0.</translation>
    </message>
    <message>
        <source>没有叫 {name} 的设置。</source>
        <translation>There is no setting called {name}.</translation>
    </message>
    <message>
        <source>没有可以撤销的操作。</source>
        <translation>Nothing to undo.</translation>
    </message>
    <message>
        <source>没有指明成员，所以没有记录。请先选人，或输入名字。</source>
        <translation>No member is named, so nothing was recorded. Choose a person or type a name.</translation>
    </message>
    <message>
        <source>没有编号为「{id}」的群规。</source>
        <translation>There is no rulebook with the id “{id}”.</translation>
    </message>
    <message>
        <source>没有编号为「{id}」的群，也没有这个编号的群规。</source>
        <translation>There is no group with the id “{id}”, and no rulebook either.</translation>
    </message>
    <message>
        <source>添加{member}</source>
        <translation>Add {member}</translation>
    </message>
    <message>
        <source>添加新成员 {count} 位</source>
        <translation>Add {count} new members</translation>
    </message>
    <message>
        <source>添加新成员{members}</source>
        <translation>Add the new {members}</translation>
    </message>
    <message>
        <source>添加群「{group}」</source>
        <translation>Add the group “{group}”</translation>
    </message>
    <message>
        <source>申诉后维持{member}的记录</source>
        <translation>Uphold {member}&apos;s strike after the appeal</translation>
    </message>
    <message>
        <source>给 {count} 位成员各记一次</source>
        <translation>One strike each for {count} members</translation>
    </message>
    <message>
        <source>给{members}记一项要回复的事</source>
        <translation>Give {members} something to answer</translation>
    </message>
    <message>
        <source>给{member}的「{notice}」</source>
        <translation>“{notice}” for {member}</translation>
    </message>
    <message>
        <source>编号为「{id}」的群已经有了，请换一个编号。</source>
        <translation>There is a group with the id “{id}” already. Choose another id.</translation>
    </message>
    <message>
        <source>群规 {file} 第 {line} 行（{clause}）：</source>
        <translation>Rulebook {file}, line {line} ({clause}):</translation>
    </message>
    <message>
        <source>群规 {file}：</source>
        <translation>Rulebook {file}:</translation>
    </message>
    <message>
        <source>记{member}一个红包：{amount}</source>
        <translation>Record a red packet of {member}: {amount}</translation>
    </message>
    <message>
        <source>记{member}罚款 {amount}</source>
        <translation>Fine of {amount} for {member}</translation>
    </message>
    <message>
        <source>记下 {count} 位成员参加了聚会</source>
        <translation>Record {count} members at the meet-up</translation>
    </message>
    <message>
        <source>记下 {count} 位成员最近发言的日子</source>
        <translation>Note when {count} members last spoke</translation>
    </message>
    <message>
        <source>记下{member}不是另一位同名的人</source>
        <translation>Note that {member} is somebody else of the same name</translation>
    </message>
    <message>
        <source>记下{member}的请假</source>
        <translation>Record {member}&apos;s leave</translation>
    </message>
    <message>
        <source>这个群移出成员要几个人同意，请用「移出…」提请。{member}的资料没有改动。</source>
        <translation>In this group a removal needs the consent of several. Propose it with “Remove…”; the data of {member} were not changed.</translation>
    </message>
    <message>
        <source>选定{member}的资料</source>
        <translation>Choose what holds for {member}</translation>
    </message>
    <message>
        <source>群规 {file} 第 {line} 行：</source>
        <translation>Rulebook {file}, line {line}:</translation>
    </message>
    <message>
        <source>{what}：{member}</source>
        <translation>{what}: {member}</translation>
    </message>
    <message>
        <source>修改{thing}</source>
        <translation>Change {thing}</translation>
    </message>
    <message>
        <source>修改群「{group}」</source>
        <translation>Change the group “{group}”</translation>
    </message>
    <message>
        <source>删除一位成员的资料</source>
        <translation>Delete one member&apos;s data</translation>
    </message>
    <message>
        <source>办结关于{member}的举报</source>
        <translation>Close a report about {member}</translation>
    </message>
    <message>
        <source>同意对{member}的处理</source>
        <translation>Agree to the step against {member}</translation>
    </message>
    <message>
        <source>否决对{member}的处理</source>
        <translation>Decline the step against {member}</translation>
    </message>
    <message>
        <source>导入名单（{count} 位）</source>
        <translation>Import members ({count})</translation>
    </message>
    <message>
        <source>恢复{member}</source>
        <translation>Restore {member}</translation>
    </message>
    <message>
        <source>更改设置：{what}</source>
        <translation>Change a setting: {what}</translation>
    </message>
    <message>
        <source>群规文件 {file} 打不开（{detail}）。</source>
        <translation>The rulebook file {file} cannot be opened ({detail}).</translation>
    </message>
    <message>
        <source>群规里没有「{rule}」这一条。</source>
        <translation>The rulebook has no clause “{rule}”.</translation>
    </message>
    <message>
        <source>群规里没有「{rule}」这一条。没有记录。</source>
        <translation>The rulebook has no clause “{rule}”. Nothing recorded.</translation>
    </message>
    <message>
        <source>记{member}一次</source>
        <translation>Strike for {member}</translation>
    </message>
    <message>
        <source>记{member}一次（{rule}）</source>
        <translation>Strike for {member} ({rule})</translation>
    </message>
    <message>
        <source>记下{member}已交 {amount}</source>
        <translation>Record that {member} paid {amount}</translation>
    </message>
    <message>
        <source>记下{member}已回复</source>
        <translation>Record that {member} answered</translation>
    </message>
    <message>
        <source>记下{member}的申诉</source>
        <translation>Record {member}&apos;s appeal</translation>
    </message>
    <message>
        <source>记下关于{member}的举报</source>
        <translation>Record a report about {member}</translation>
    </message>
    <message>
        <source>这一处没有使用，其余照常。</source>
        <translation>This place is not used, the rest works.</translation>
    </message>
    <message>
        <source>这一条已停用，其余照常。</source>
        <translation>This clause is off, the rest works.</translation>
    </message>
    <message>
        <source>这些人都已在名单里。没有改动。</source>
        <translation>All of them are on the list already. Nothing was changed.</translation>
    </message>
    <message>
        <source>这份群规没有使用。</source>
        <translation>This rulebook is not used.</translation>
    </message>
    <message>
        <source>这句话已经这样记过了，没有重复添加。</source>
        <translation>This has been decided that way before; nothing was added.</translation>
    </message>
    <message>
        <source>这条消息没有查出问题，不用记误判。</source>
        <translation>Nothing was found in this message, so there is nothing to keep as misjudged.</translation>
    </message>
    <message>
        <source>这里没有新进群的人。没有改动。</source>
        <translation>Nobody has joined here. Nothing was changed.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>30 天</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>90 天</source>
        <translation>90 days</translation>
    </message>
    <message>
        <source>一年</source>
        <translation>One year</translation>
    </message>
    <message>
        <source>不用快捷键</source>
        <translation>No shortcut</translation>
    </message>
    <message>
        <source>不留原文也认得出重复，但试算群规时没有这些消息。</source>
        <translation>Repeats are recognised without the texts too, but rules cannot be tried out on these messages.</translation>
    </message>
    <message>
        <source>不记</source>
        <translation>Not at all</translation>
    </message>
    <message>
        <source>使用说明</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>全部导出</source>
        <translation>Export everything</translation>
    </message>
    <message>
        <source>全部导出…</source>
        <translation>Export everything…</translation>
    </message>
    <message>
        <source>全部数据</source>
        <translation>All data</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>几位管理员</source>
        <translation>Moderators</translation>
    </message>
    <message>
        <source>原快捷键照旧。</source>
        <translation>The old shortcut still works.</translation>
    </message>
    <message>
        <source>只记程序自己的错误，不记成员和消息。</source>
        <translation>Holds only the program&apos;s own errors, no members and no messages.</translation>
    </message>
    <message>
        <source>合并…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <source>合并另一位管理员的记录</source>
        <translation>Merge another moderator’s record</translation>
    </message>
    <message>
        <source>听取方式</source>
        <translation>Listens through</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>复制诊断信息</source>
        <translation>Copy diagnostics</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>导入到空的安装</source>
        <translation>Import into an empty installation</translation>
    </message>
    <message>
        <source>导入到空的安装…</source>
        <translation>Import when empty…</translation>
    </message>
    <message>
        <source>已备份为「{file}」</source>
        <translation>Backed up as “{file}”</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>已导出到「{file}」</source>
        <translation>Exported to “{file}”</translation>
    </message>
    <message>
        <source>已打包成「{file}」</source>
        <translation>Packed as “{file}”</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Shortcut</translation>
    </message>
    <message>
        <source>快捷键已暂停，托盘菜单照常可用。</source>
        <translation>The shortcut is paused; the tray menu still works.</translation>
    </message>
    <message>
        <source>您的名字，写在您做的每一步上；移出成员要几位管理员同意时，按这个名字计数。</source>
        <translation>Your name. It signs what you do, and counts where a removal needs several moderators.</translation>
    </message>
    <message>
        <source>打包给另一位管理员</source>
        <translation>Pack for another moderator</translation>
    </message>
    <message>
        <source>打包给另一位管理员…</source>
        <translation>Pack for another moderator…</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>把记录发给另一位管理员，也把对方发来的合进来；先看再合，合并前会备份。举报人不在里面。文件也可以拖到这里。</source>
        <translation>Send your record to another moderator and merge theirs: look first, and a backup is made before. Who reported is never in it. A file may be dropped here.</translation>
    </message>
    <message>
        <source>按住 Ctrl、Alt 或 Shift，再按一个键；Esc 保留原来的。</source>
        <translation>Hold Ctrl, Alt or Shift and press a key; Esc keeps the old one.</translation>
    </message>
    <message>
        <source>换电脑时用：导出成一个文件，在新装好的程序里导入，名单和记录都一样。</source>
        <translation>For a new computer: export one file, import it into the fresh program; lists and record are the same.</translation>
    </message>
    <message>
        <source>收到了，{keys} 可以用。</source>
        <translation>Received: {keys} works.</translation>
    </message>
    <message>
        <source>改动立即生效</source>
        <translation>Changes apply at once</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>文字大小</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>日志文件夹</source>
        <translation>Log folder</translation>
    </message>
    <message>
        <source>暂停快捷键</source>
        <translation>Pause the shortcut</translation>
    </message>
    <message>
        <source>更改…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>最近一份：{made}（{why}）。</source>
        <translation>Latest: {made} ({why}).</translation>
    </message>
    <message>
        <source>查看和恢复…</source>
        <translation>View and restore…</translation>
    </message>
    <message>
        <source>检查剪贴板</source>
        <translation>Check the clipboard</translation>
    </message>
    <message>
        <source>检查剪贴板的快捷键</source>
        <translation>Shortcut for checking the clipboard</translation>
    </message>
    <message>
        <source>检查过的消息</source>
        <translation>Checked messages</translation>
    </message>
    <message>
        <source>正在备份…</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <source>正在导入…</source>
        <translation>Importing…</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>正在打包…</source>
        <translation>Packing…</translation>
    </message>
    <message>
        <source>没有收到 {keys}，可能被别的程序截住了。可以换一个组合。</source>
        <translation>{keys} did not arrive; another program may hold it. You can choose another.</translation>
    </message>
    <message>
        <source>没能复制，请再按一次。</source>
        <translation>Not copied; press again.</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>现在按一下 {keys}，看看能不能收到。</source>
        <translation>Press {keys} now to see whether it arrives.</translation>
    </message>
    <message>
        <source>用微信发给对方，对方在「设置」里合并。</source>
        <translation>Send it through WeChat; they merge it in their settings.</translation>
    </message>
    <message>
        <source>用来认出重复的消息和试算群规；只留在这台电脑上，到期自动删去。</source>
        <translation>Used to recognise repeats and to try rules out. Stays on this computer and is deleted when the time is over.</translation>
    </message>
    <message>
        <source>留 7 天的每日、4 周的每周、6 个月的每月备份。</source>
        <translation> Kept: 7 daily, 4 weekly, 6 monthly.</translation>
    </message>
    <message>
        <source>登录时启动</source>
        <translation>Start at login</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>系统快捷键（推荐）</source>
        <translation>System shortcut (recommended)</translation>
    </message>
    <message>
        <source>经手人</source>
        <translation>Moderator</translation>
    </message>
    <message>
        <source>记住多久</source>
        <translation>Remember for</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>记录包</source>
        <translation>bundle</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>试一试</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>语言和外观</source>
        <translation>Language and appearance</translation>
    </message>
    <message>
        <source>请按下新的组合</source>
        <translation>Press the new shortcut</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>还没有备份，第一次记录时会自动备份。</source>
        <translation>No backups yet; one is made with the first entry.</translation>
    </message>
    <message>
        <source>连同原文</source>
        <translation>With their texts</translation>
    </message>
    <message>
        <source>连同检查过的消息</source>
        <translation>With checked messages</translation>
    </message>
    <message>
        <source>选定两边改得不同的 {count} 处…</source>
        <translation>Settle {count} {count:field|fields} set differently…</translation>
    </message>
    <message>
        <source>键盘钩子（备用）</source>
        <translation>Keyboard hook (fallback)</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>{count} 次已作废</source>
        <translation>{count} voided</translation>
    </message>
    <message>
        <source>{count} 次已失效</source>
        <translation>{count} lapsed</translation>
    </message>
    <message>
        <source>{count} 次恢复时已清</source>
        <translation>{count} cleared on return</translation>
    </message>
    <message>
        <source>{day}列入，{why}</source>
        <translation>listed on {day}: {why}</translation>
    </message>
    <message>
        <source>{day}已到期</source>
        <translation>over since {day}</translation>
    </message>
    <message>
        <source>{name}与黑名单里的{listed}同名（{since}），请核对</source>
        <translation>{name} has the same name as {listed} on the blocklist ({since}). Please check</translation>
    </message>
    <message>
        <source>{name}像是黑名单里的{listed}（{since}），请核对</source>
        <translation>{name} may be {listed} on the blocklist ({since}). Please check</translation>
    </message>
    <message>
        <source>{name}像是黑名单里的{listed}，曾叫{known}（{since}），请核对</source>
        <translation>{name} may be {listed} on the blocklist, once called {known} ({since}). Please check</translation>
    </message>
    <message>
        <source>一次记录</source>
        <translation>a strike</translation>
    </message>
    <message>
        <source>到 {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>另有 {what}</source>
        <translation>besides {what}</translation>
    </message>
    <message>
        <source>在黑名单里：{day}列入，{why}</source>
        <translation>On the blocklist since {day}: {why}</translation>
    </message>
    <message>
        <source>有 {count} 件举报没有办结</source>
        <translation>Open reports: {count}</translation>
    </message>
    <message>
        <source>有一件申诉没有处理：{day}的{what}</source>
        <translation>An appeal is open: {what} on {day}</translation>
    </message>
    <message>
        <source>有一件要回复的事已经过期</source>
        <translation>An answer is overdue</translation>
    </message>
    <message>
        <source>罚款或红包没有交：{amounts}</source>
        <translation>Fine or red packet not paid: {amounts}</translation>
    </message>
    <message>
        <source>请假到 {day}</source>
        <translation>on leave until {day}</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>三步处理一条消息</source>
        <translation>One message in three steps</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>名单里还没有人。导入名单后，检查时认得出是谁，次数也记得准。</source>
        <translation>Nobody is on the list yet. Import it, and a check knows who it is and counts right.</translation>
    </message>
    <message>
        <source>告知已经复制好，回微信粘贴</source>
        <translation>The notice is copied: paste it in WeChat</translation>
    </message>
    <message>
        <source>在微信里复制一条消息</source>
        <translation>Copy a message in WeChat</translation>
    </message>
    <message>
        <source>在这里看结论</source>
        <translation>Show the verdict here</translation>
    </message>
    <message>
        <source>复制一条示例</source>
        <translation>Copy a sample</translation>
    </message>
    <message>
        <source>导入名单…</source>
        <translation>Import list…</translation>
    </message>
    <message>
        <source>换群名或群规…</source>
        <translation>Change its name or rulebook…</translation>
    </message>
    <message>
        <source>没能复制，剪贴板被别的程序占用，请再试一次。</source>
        <translation>Not copied: another program holds the clipboard. Try again.</translation>
    </message>
    <message>
        <source>添加别的群…</source>
        <translation>Add another group…</translation>
    </message>
    <message>
        <source>现在的群是「{group}」，按「{rulebook}」的群规检查。</source>
        <translation>The group is now “{group}”, checked by the rulebook “{rulebook}”.</translation>
    </message>
    <message>
        <source>看结论、依据和这是第几次</source>
        <translation>See the verdict, and why</translation>
    </message>
    <message>
        <source>示例已经在剪贴板上，现在按 {keys}。</source>
        <translation>The sample is on the clipboard. Now press {keys}.</translation>
    </message>
    <message>
        <source>粘贴到左边，就看到结论</source>
        <translation>Paste it at the left to see the verdict</translation>
    </message>
    <message>
        <source>试试示例</source>
        <translation>Try a sample</translation>
    </message>
</context>
<context>
    <name>Stats</name>
    <message>
        <source>30 天</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>90 天</source>
        <translation>90 days</translation>
    </message>
    <message>
        <source>{day} 以来记了 {strikes} 次（另有 {voided} 次已作废），发出告知 {notices} 次。</source>
        <translation>Since {day}: {strikes} {strikes:strike|strikes} ({voided} more voided), {notices} {notices:notice|notices} given.</translation>
    </message>
    <message>
        <source>一共记了 {strikes} 次（另有 {voided} 次已作废），发出告知 {notices} 次。</source>
        <translation>In all {strikes} {strikes:strike|strikes} ({voided} more voided), {notices} {notices:notice|notices} given.</translation>
    </message>
    <message>
        <source>一年</source>
        <translation>One year</translation>
    </message>
    <message>
        <source>一次违反几条的，每条各算一次。</source>
        <translation>A strike for several clauses counts under each.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All time</translation>
    </message>
    <message>
        <source>其余 {count} 项</source>
        <translation>{count} others</translation>
    </message>
    <message>
        <source>判为误判</source>
        <translation>Ruled misjudged</translation>
    </message>
    <message>
        <source>前三项从 {day} 起才有：更早检查过的消息没有留下。</source>
        <translation>The first three start on {day}: earlier messages were not kept.</translation>
    </message>
    <message>
        <source>发出的告知</source>
        <translation>Notices given</translation>
    </message>
    <message>
        <source>只有数字，不含任何人的名字</source>
        <translation>Figures only, nobody is named</translation>
    </message>
    <message>
        <source>名单里还没有人。</source>
        <translation>Nobody is on the list yet.</translation>
    </message>
    <message>
        <source>按月</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>按条款</source>
        <translation>By clause</translation>
    </message>
    <message>
        <source>放过或作废</source>
        <translation>Let pass or voided</translation>
    </message>
    <message>
        <source>更早</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>检查时指出的消息</source>
        <translation>Messages found fault with</translation>
    </message>
    <message>
        <source>没有写明条款</source>
        <translation>No clause named</translation>
    </message>
    <message>
        <source>没有处理</source>
        <translation>Not handled</translation>
    </message>
    <message>
        <source>没有留下检查过的消息，前三项数不出来。</source>
        <translation>No checked messages are kept, so the first three cannot be counted.</translation>
    </message>
    <message>
        <source>现在的成员</source>
        <translation>Members now</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>补判为违规</source>
        <translation>Ruled a violation</translation>
    </message>
    <message>
        <source>记了次数或给了告知</source>
        <translation>Struck or notified</translation>
    </message>
    <message>
        <source>这段时间没有。</source>
        <translation>None in this time.</translation>
    </message>
    <message>
        <source>采取的步骤</source>
        <translation>Steps taken</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>主群成员</source>
        <translation>Main group</translation>
    </message>
    <message>
        <source>在自由群</source>
        <translation>Free group</translation>
    </message>
    <message>
        <source>已移出</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>已退群</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>暂时移出</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>群成员</source>
        <translation>Member</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>{count} 天后失效</source>
        <translation>lapses in {count} {count:day|days}</translation>
    </message>
    <message>
        <source>{known} → {follows}</source>
        <translation>{known} → {follows}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>上次 {day}</source>
        <translation>last on {day}</translation>
    </message>
    <message>
        <source>上次 {day}{what}</source>
        <translation>last on {day} ({what})</translation>
    </message>
    <message>
        <source>今天失效</source>
        <translation>lapses today</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>remind</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>suspend</translation>
    </message>
    <message>
        <source>暂停 {count} 天</source>
        <translation>suspend for {count} {count:day|days}</translation>
    </message>
    <message>
        <source>移出</source>
        <translation>remove</translation>
    </message>
    <message>
        <source>移到自由群</source>
        <translation>move to the free group</translation>
    </message>
    <message>
        <source>第 {number} 次</source>
        <translation>Strike {number}</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>warn</translation>
    </message>
    <message>
        <source>记一个红包（{amount}）</source>
        <translation>record a red packet ({amount})</translation>
    </message>
    <message>
        <source>记罚款 {amount}</source>
        <translation>record a fine of {amount}</translation>
    </message>
    <message>
        <source>请其致歉</source>
        <translation>ask for an apology</translation>
    </message>
    <message>
        <source>这一条群规从第一次起就这样处理</source>
        <translation>this clause asks for it from the first time on</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>{file} 不是图片，请用 PNG、JPG、GIF、BMP 或 WebP。</source>
        <translation>{file} is not a picture. Please use PNG, JPG, GIF, BMP or WebP.</translation>
    </message>
    <message>
        <source>{file} 不是本程序的备份。</source>
        <translation>{file} is not a backup of this program.</translation>
    </message>
    <message>
        <source>{file} 由更新的程序写成（第 {version} 版，这里懂到第 {known} 版）。请先升级程序。</source>
        <translation>{file} was written by a newer program (version {version}, known here up to {known}). Please upgrade first.</translation>
    </message>
    <message>
        <source>上次退出时还有一项改动没有写完，已按改动之前的样子恢复，请核对最后所做的事。</source>
        <translation>A change was not finished when the program last ended. Everything is as it was before that change; please check what you did last.</translation>
    </message>
    <message>
        <source>今天的备份没有做成（{detail}）。记录本身已经保存。</source>
        <translation>Today&apos;s backup could not be made ({detail}). The record itself is saved.</translation>
    </message>
    <message>
        <source>从原文件中找回了 {added} 条记录。</source>
        <translation>{added} entries were recovered from the old file.</translation>
    </message>
    <message>
        <source>原文件留在「隔离」文件夹。</source>
        <translation>The old file is in the “隔离” (quarantine) folder.</translation>
    </message>
    <message>
        <source>另一个程序正在写入 {folder}。请用已经打开的那个窗口，或先把它退出。</source>
        <translation>Another program is writing to {folder}. Use the window that is open, or quit it first.</translation>
    </message>
    <message>
        <source>图片 {file} 太大，最多 {most} MB。</source>
        <translation>The picture {file} is too large; {most} MB at most.</translation>
    </message>
    <message>
        <source>图片 {file} 已经不在「证据」文件夹里。</source>
        <translation>The picture {file} is no longer in the data folder.</translation>
    </message>
    <message>
        <source>图片 {file} 打不开（{detail}）。</source>
        <translation>The picture {file} cannot be opened ({detail}).</translation>
    </message>
    <message>
        <source>图片的文件名 {file} 不能使用。</source>
        <translation>The picture&apos;s file name {file} cannot be used.</translation>
    </message>
    <message>
        <source>备份 {file} 读不出来，可能没有复制完整。记录没有改动，请换一个备份。</source>
        <translation>The backup {file} cannot be read; perhaps it was not copied completely. The record is unchanged; please choose another backup.</translation>
    </message>
    <message>
        <source>成员表打不开，已按处理记录重新整理，没有丢失。</source>
        <translation>The member table could not be opened; it was rebuilt from the record, nothing is lost.</translation>
    </message>
    <message>
        <source>改动还没有写完（{detail}）。请保留文件夹 {folder}，下次打开时会接着写完。</source>
        <translation>The change is not finished yet ({detail}). Please leave the folder {folder} as it is; it will be finished when it is next opened.</translation>
    </message>
    <message>
        <source>文件 {file} 打不开（{detail}）。</source>
        <translation>The file {file} cannot be opened ({detail}).</translation>
    </message>
    <message>
        <source>文件 {file} 打不开，也没有可用的备份。</source>
        <translation>The file {file} cannot be opened, and there is no usable backup.</translation>
    </message>
    <message>
        <source>文件 {file} 打不开，已换用 {when} 的上一版。</source>
        <translation>The file {file} cannot be opened; using the version before it, of {when}.</translation>
    </message>
    <message>
        <source>文件 {file} 打不开，已换用 {when} 的备份。</source>
        <translation>The file {file} cannot be opened; using the backup of {when}.</translation>
    </message>
    <message>
        <source>文件 {file} 第 {line} 行：</source>
        <translation>File {file}, line {line}:</translation>
    </message>
    <message>
        <source>文件 {file} 读不出来，也没有可用的备份。</source>
        <translation>The file {file} cannot be read, and there is no usable backup.</translation>
    </message>
    <message>
        <source>文件 {file} 里没有消息。</source>
        <translation>There are no messages in the file {file}.</translation>
    </message>
    <message>
        <source>文件太大，最多 {most} MB。</source>
        <translation>The file is too large: at most {most} MB.</translation>
    </message>
    <message>
        <source>文件夹 {folder} 不能写入（{detail}）。可以照常检查和查看，但暂时记不下新的。</source>
        <translation>The folder {folder} cannot be written ({detail}). You can check and look as before, but nothing new can be recorded for now.</translation>
    </message>
    <message>
        <source>文件打不开（{detail}）。</source>
        <translation>The file cannot be opened ({detail}).</translation>
    </message>
    <message>
        <source>查过的消息没能记住，检查和记录照常。</source>
        <translation>What was checked could not be remembered; checking and recording go on.</translation>
    </message>
    <message>
        <source>没有保存：{folder} 是只读打开的。</source>
        <translation>Not saved: {folder} was opened for reading only.</translation>
    </message>
    <message>
        <source>没有保存：写入 {file} 时出错（{detail}）。原有的记录都在。</source>
        <translation>Not saved: writing {file} failed ({detail}). What was recorded is still there.</translation>
    </message>
    <message>
        <source>没有保存：找不到文件夹 {folder}。如果它在移动硬盘或网络盘上，接回来后再保存。</source>
        <translation>Not saved: the folder {folder} is gone. If it is on a removable or network drive, connect it and save again.</translation>
    </message>
    <message>
        <source>没有保存：文件 {file} 刚刚被别的程序改坏了。退出再打开，程序会从备份恢复。</source>
        <translation>Not saved: another program has just damaged {file}. Quit and start again; the program recovers from the backup.</translation>
    </message>
    <message>
        <source>没有保存：文件 {file} 被别的程序占用。原有的记录都在，关闭那个程序后再保存。</source>
        <translation>Not saved: another program holds {file}. What was recorded is still there; close that program, then save.</translation>
    </message>
    <message>
        <source>没有保存：文件夹 {folder} 不能写入。原有的记录都在，可以照常检查和查看。</source>
        <translation>Not saved: the folder {folder} cannot be written. What was recorded is still there; you can check and look as before.</translation>
    </message>
    <message>
        <source>没有保存：磁盘已满。原有的记录都在，腾出空间后再保存。</source>
        <translation>Not saved: disk full. What was recorded is still there; free some space, then save.</translation>
    </message>
    <message>
        <source>没有权限读取 {folder} 里的 {file}。什么也没有改动，请让这个账户能读写该文件夹。</source>
        <translation>No permission to read {file} in {folder}. Nothing was changed; let this account read and write the folder.</translation>
    </message>
    <message>
        <source>第一行要写明哪一列是消息，例如：{known}。</source>
        <translation>The first row must name the column of messages, for example: {known}.</translation>
    </message>
    <message>
        <source>群规里没有「{wanted}」这一条，请改正编号（id），或删去这一段。</source>
        <translation>The rulebook has no clause “{wanted}”: mend the id, or delete this entry.</translation>
    </message>
    <message>
        <source>聊天记录超过 {most} 字，请分成几个文件。</source>
        <translation>The conversation is longer than {most} characters; please split it into several files.</translation>
    </message>
    <message>
        <source>这一行不是 JSON。</source>
        <translation>This line is not JSON.</translation>
    </message>
    <message>
        <source>这一行没有 text。</source>
        <translation>This line has no text.</translation>
    </message>
    <message>
        <source>这一行读不懂，请核对引号。</source>
        <translation>This row cannot be read; please check its quotation marks.</translation>
    </message>
    <message>
        <source>这是给群规「{rulebook}」的改动，for 后面写的却是「{named}」，请改正。</source>
        <translation>These are changes to the rulebook “{rulebook}”, but “{named}” stands after for: please mend it.</translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>Wayland 桌面不让程序自己设全局快捷键。请在系统的键盘设置里绑定命令 moderator-app --check</source>
        <translation>A Wayland desktop does not let programs set global shortcuts. Bind the command moderator-app --check in the system&apos;s keyboard settings</translation>
    </message>
    <message>
        <source>{sequence} 也被别的程序占用：这里照样能用，但两边都会响应。换一个组合更稳妥。</source>
        <translation>{sequence} is also held by another program: it works here, but both will answer. Another one is safer.</translation>
    </message>
    <message>
        <source>{sequence} 已被别的程序占用。原快捷键照旧，请换一个组合。</source>
        <translation>{sequence} is taken. The old shortcut still works. Choose another.</translation>
    </message>
    <message>
        <source>{sequence} 已被别的程序占用，请换一个组合。</source>
        <translation>{sequence} is taken. Choose another.</translation>
    </message>
    <message>
        <source>{sequence} 归系统使用，请换一个组合。</source>
        <translation>{sequence} belongs to the system. Choose another.</translation>
    </message>
    <message>
        <source>{sequence} 是到处都在用的编辑键，占用了别的程序就不能用它。请加上 Alt 或 Shift。</source>
        <translation>{sequence} is used for editing everywhere; if it were taken, other programs would lose it. Add Alt or Shift.</translation>
    </message>
    <message>
        <source>{sequence} 是微信自己的快捷键，请换一个组合。</source>
        <translation>{sequence} is WeChat&apos;s own shortcut. Choose another.</translation>
    </message>
    <message>
        <source>「{sequence}」读不懂。请写成 Ctrl+Alt+M 这样。</source>
        <translation>“{sequence}” cannot be read. Write it like Ctrl+Alt+M.</translation>
    </message>
    <message>
        <source>不认识「{key}」这个键。</source>
        <translation>There is no key called “{key}”.</translation>
    </message>
    <message>
        <source>共 {count} 张图片，一次只看前 {most} 张。其余的请再检查一次。</source>
        <translation>{count} pictures; only the first {most} are looked at in one go. Check the others again.</translation>
    </message>
    <message>
        <source>内容超过 1 MB，没有交给正在运行的程序，什么也没有改动。请分成几次。</source>
        <translation>This is more than 1 MB and was not handed to the running program; nothing was changed. Send it in parts.</translation>
    </message>
    <message>
        <source>别的命令暂时找不到这个程序（{error}）。窗口和快捷键照常可用。</source>
        <translation>Other commands cannot find this program for now ({error}). Window and shortcut still work.</translation>
    </message>
    <message>
        <source>只按 {sequence} 会妨碍打字。请加上 Ctrl 或 Alt。</source>
        <translation>{sequence} alone would hinder typing. Add Ctrl or Alt.</translation>
    </message>
    <message>
        <source>只有修饰键还不够，请再加一个字母、数字或功能键。</source>
        <translation>Modifier keys alone are not enough; add a letter, digit or function key.</translation>
    </message>
    <message>
        <source>命令行复制要用到 {tool}，这台电脑上还没有。安装它：sudo apt-get install {tool}</source>
        <translation>Copying from the command line needs {tool}, which is not installed. Install it: sudo apt-get install {tool}</translation>
    </message>
    <message>
        <source>图片不完整，打不开{file}。请在微信里点开原图，再复制一次。</source>
        <translation>The picture is incomplete and does not open{file}. Open the original in WeChat and copy it again.</translation>
    </message>
    <message>
        <source>图片太大，没有检查：{width} × {height} 像素，最多 {most} 百万像素{file}。请截取有码的那一块。</source>
        <translation>Picture too large, not checked: {width} × {height} pixels, at most {most} megapixels{file}. Cut out the part with the code.</translation>
    </message>
    <message>
        <source>图片已经不在了{file}。请在微信里重新复制一次。</source>
        <translation>The picture is no longer there{file}. Copy it again in WeChat.</translation>
    </message>
    <message>
        <source>图片打不开：{error}{file}。</source>
        <translation>The picture does not open: {error}{file}.</translation>
    </message>
    <message>
        <source>在 Wayland 桌面上，快捷键只在部分窗口里有效。请在系统的键盘设置里绑定命令 moderator-app --check</source>
        <translation>On a Wayland desktop the shortcut works only in some windows. Bind the command moderator-app --check in the system&apos;s keyboard settings</translation>
    </message>
    <message>
        <source>屏幕 {display} 连不上，打不开窗口。命令照常可用：moderator-app --help</source>
        <translation>The display {display} cannot be reached, so no window can open. The commands still work: moderator-app --help</translation>
    </message>
    <message>
        <source>快捷键已在设置里关闭。</source>
        <translation>The shortcut is switched off in the settings.</translation>
    </message>
    <message>
        <source>打开窗口还缺系统组件 {packages}。安装它们：{command}</source>
        <translation>A window needs these system packages: {packages}. Install them: {command}</translation>
    </message>
    <message>
        <source>数据文件夹写不进去，什么也没有改动。请换一个文件夹，或者改一下它的权限。</source>
        <translation>The data folder cannot be written; nothing was changed. Choose another folder or change its permissions.</translation>
    </message>
    <message>
        <source>文件超过 {most} MB，没有检查{file}。请截取有码的那一块。</source>
        <translation>The file is over {most} MB and was not checked{file}. Cut out the part with the code.</translation>
    </message>
    <message>
        <source>正在运行的是另一个版本，什么也没有改动。请先退出它，再运行这一版。</source>
        <translation>Another version is running; nothing was changed. Quit it first, then run this one.</translation>
    </message>
    <message>
        <source>正在运行的程序 {seconds} 秒没有回答，不知道做了没有。请打开窗口看一看再继续。</source>
        <translation>The running program has not answered for {seconds} seconds; whether it was done is unknown. Look in the window before you go on.</translation>
    </message>
    <message>
        <source>正在运行的程序没有答完就断开了，不知道做了没有。请打开窗口看一看再继续。</source>
        <translation>The running program broke off before it had answered; whether it was done is unknown. Look in the window before you go on.</translation>
    </message>
    <message>
        <source>正在运行的程序读不懂这条命令，什么也没有改动。</source>
        <translation>The running program cannot read this command; nothing was changed.</translation>
    </message>
    <message>
        <source>没能复制，剪贴板被别的程序占用。什么也没有改动，请再试一次。</source>
        <translation>Not copied: another program holds the clipboard. Nothing was changed; try again.</translation>
    </message>
    <message>
        <source>没能更改开机启动：{error}。设置没有变。</source>
        <translation>Starting at login could not be changed: {error}. The setting is unchanged.</translation>
    </message>
    <message>
        <source>程序已经在运行，用的就是这个数据文件夹。</source>
        <translation>The program is already running with this data folder.</translation>
    </message>
    <message>
        <source>第二种方式要用的 keyboard 组件没有装好（{error}）。</source>
        <translation>The keyboard package that the second way needs is not installed properly ({error}).</translation>
    </message>
    <message>
        <source>系统没有接受 {sequence}（{error}），请换一个组合。</source>
        <translation>The system did not accept {sequence} ({error}). Choose another.</translation>
    </message>
    <message>
        <source>识别二维码要用的组件没有装好（{error}）。图片没有检查，请重新安装本程序。</source>
        <translation>The part that reads QR codes is not installed properly ({error}). The picture was not checked; install this program again.</translation>
    </message>
    <message>
        <source>还没有设快捷键。</source>
        <translation>No shortcut is set yet.</translation>
    </message>
    <message>
        <source>这不是能读的图片{file}。能读 PNG、JPEG、GIF、BMP 和 WebP。</source>
        <translation>This is no picture that can be read{file}. PNG, JPEG, GIF, BMP and WebP can.</translation>
    </message>
    <message>
        <source>这个键盘上没有 {key} 键，请换一个组合。</source>
        <translation>This keyboard has no {key} key. Choose another.</translation>
    </message>
    <message>
        <source>这是 HEIC 格式的照片，本程序读不了{file}。请在微信里点开它，复制或截图后再检查。</source>
        <translation>This photo is in HEIC format, which this program cannot read{file}. Open it in WeChat, copy it or take a screenshot, and check that.</translation>
    </message>
    <message>
        <source>这是微信自己加密存放的图片，本程序读不了{file}。请在微信里点开它，再按右键复制。</source>
        <translation>This is WeChat’s own encrypted picture file, which this program cannot read{file}. Open it in WeChat, right-click and copy it.</translation>
    </message>
    <message>
        <source>这里没有屏幕，也就没有剪贴板。用 notice show 可以直接看到文字。</source>
        <translation>There is no screen here, and so no clipboard. notice show prints the text.</translation>
    </message>
    <message>
        <source>这里没有屏幕，打不开窗口。命令照常可用：moderator-app --help</source>
        <translation>There is no screen here, so no window can open. The commands still work: moderator-app --help</translation>
    </message>
    <message>
        <source>这里没有桌面，用不了快捷键。</source>
        <translation>There is no desktop here, so no shortcut can be used.</translation>
    </message>
    <message>
        <source>（{file}）</source>
        <translation> ({file})</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>「{notice}」已复制，可以粘贴了</source>
        <translation>“{notice}” is copied, ready to paste</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>没有可以撤销的。</source>
        <translation>Nothing to undo.</translation>
    </message>
    <message>
        <source>没能复制「{notice}」，请到「告知」里复制。</source>
        <translation>Could not copy “{notice}”. Copy it on the Notices page.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>{group} · 今天告知 {count} 次</source>
        <translation>{group} · {count} {count:notice|notices} today</translation>
    </message>
    <message>
        <source>全部告知…</source>
        <translation>All notices…</translation>
    </message>
    <message>
        <source>复制告知</source>
        <translation>Copy notice</translation>
    </message>
    <message>
        <source>当前群：{group}</source>
        <translation>Current group: {group}</translation>
    </message>
    <message>
        <source>打开群管助手</source>
        <translation>Open Group Moderator</translation>
    </message>
    <message>
        <source>暂停快捷键</source>
        <translation>Pause the shortcut</translation>
    </message>
    <message>
        <source>检查剪贴板</source>
        <translation>Check the clipboard</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>已取消，一切和原来一样。</source>
        <translation>Cancelled; everything is as it was.</translation>
    </message>
    <message>
        <source>改动正在一起写进去，现在不能取消了，马上就好。</source>
        <translation>All changes are being written together; this can no longer be cancelled, and will be done in a moment.</translation>
    </message>
    <message>
        <source>正在写出…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>正在删除资料…</source>
        <translation>Deleting the data…</translation>
    </message>
    <message>
        <source>正在取消…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>正在合并记录…</source>
        <translation>Merging the records…</translation>
    </message>
    <message>
        <source>正在处理全部记录，做完以前不能记新的，请稍等一会儿再试。</source>
        <translation>The whole record is being worked on; nothing new can be recorded until that is done. Please try again in a moment.</translation>
    </message>
    <message>
        <source>正在备份…</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <source>正在存盘…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>正在恢复…</source>
        <translation>Restoring…</translation>
    </message>
    <message>
        <source>正在打包…</source>
        <translation>Packing…</translation>
    </message>
    <message>
        <source>正在执行命令行交来的命令…</source>
        <translation>Carrying out a command from the command line…</translation>
    </message>
    <message>
        <source>正在撤销…</source>
        <translation>Undoing…</translation>
    </message>
    <message>
        <source>正在比较…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>正在清理备份…</source>
        <translation>Cleaning the backups…</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>正在重新读取记录…</source>
        <translation>Reading the record again…</translation>
    </message>
</context>
</TS>
