"""What furniture says of itself: the phrases by which geo.documents.furniture knows a line, a regular expression each.

A phrase has to describe a line from end to end, in any case. None repeats without a bound before a fixed word, and no
line of more than 200 characters is asked: hostile text stays linear.
"""

DAY = r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?"
CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"

# Heads of sections that link to other articles.
SECTION_HEADS = (
    "相关(?:阅读|新闻|链接|报道|文章|推荐|专题|资讯|内容)",
    "推荐(?:阅读|新闻|视频|文章)?",
    "延伸阅读|拓展阅读",
    "更多(?:新闻|阅读|推荐|精彩|报道|内容)",
    "猜你喜欢|大家都在看|为您推荐|编辑推荐",
    "热门(?:推荐|新闻|文章|排行|话题)",
    "热点(?:新闻|推荐|排行)",
    "今日(?:热点|推荐|头条)",
    "最新(?:新闻|文章|资讯)",
    "视觉焦点|独家策划|图片新闻|精彩(?:推荐|图片)",
    "新闻排行|(?:点击|阅读)排行榜?|排行榜",
    "您?此时的?心情|新闻表情排行",
    "(?:网友|最新|热门|全部)评论|评论区",
    "相關(?:閱讀|新聞|報導|文章)|推薦閱讀|延伸閱讀|更多新聞|熱門(?:新聞|文章)",
    "related (?:articles?|stories|news|content|reading|topics|links|coverage|posts)",
    "read (?:more|next|also|on)|see also|what to read next|up next",
    "more (?:news|stories)|more (?:from|on|in) [^.!?]{1,60}",
    "most (?:read|popular|viewed|shared)|popular now|trending(?: now)?|top stories|latest news",
    "you (?:may|might) also like|recommended(?: for you)?|editors?['’]s? picks|don['’]t miss|around the web",
    r"(?:\d{1,5} )?comments?|leave a (?:comment|reply)",
)

# "Read more: …" and "延伸阅读：…": a link to one other article within the text.
LINK_LABELS = (
    "相关(?:阅读|新闻|报道|链接)",
    "延伸阅读|推荐阅读",
    "read (?:more|also|next)|related|see also|recommended",
)

# The lines that are furniture by themselves, by the rule's name; the first rule that fits names the line.
PLAIN_LINES = {
    "navigation": (
        r"正在阅读\s*[:：].*",
        r"(?:您(?:现在|当前)?(?:所在)?的?位置|当前位置|您所在的位置)\s*[:：].*",
        r"(?:首页|主页|home)\s*[>›»/|→].*",
        r"[上下]一[篇页条](?:\s*[:：].*)?",
        "返回(?:顶部|首页|列表)|网站地图|简体中文|登录|注册|登录\\s?[|/]?\\s?注册|关闭",
        r"加载更多|查看更多|展开全文|阅读(?:剩余)?全文\W*",
        r"第?\s*\d{1,4}\s*/\s*\d{1,4}\s*页?",
        "back to (?:top|home)|skip to .{1,40}|(?:main )?menu|search|site ?map|load more|show more|close|skip ad",
        "(?:previous|next) (?:article|post|page)(?:[: ].*)?|log ?in|sign ?in|register|english version",
    ),
    "share": (
        "点击右上角.*|朋友圈|微信好友|微信扫一扫.*|扫一扫.{0,30}|扫码.{0,30}|新浪微博|qq空间",
        "请使用浏览器.{0,10}分享.*|分享(?:到|至|给).{0,40}|分享|转发|收藏|点赞|举报",
        "打印(?:本[页文])?|字号.{0,20}|字体.{0,20}|【?纠错】?",
        r"share(?: (?:this|on|via)\b.{0,40})?|tweet|email(?: this.{0,20})?|print(?: this.{0,20})?|save",
        "copy link|link copied|follow us(?: on .{0,40})?|like this:?",
        "facebook|twitter|whatsapp|linkedin|telegram|reddit",
    ),
    "notice": (
        "调查问题加载中.*|若长时间无响应.*|(?:视频|图片|正在)?加载中.*",
        "广告|下载.{0,12}(?:app|客户端).{0,20}|关注.{0,12}(?:公众号|微信|微博).{0,20}",
        "advertisements?|sponsored(?: content)?|(?:story|article) continues below.*",
        r"subscribe(?: (?:now|to|today)\b.{0,80})?|sign up (?:for|to)\b.{0,80}",
        "(?:this|our) (?:web)?site uses cookies.*|we use cookies.*|accept (?:all )?cookies",
        "(?:cookie|privacy) (?:policy|notice|settings)|(?:please )?enable javascript.*|your browser does not support.*",
    ),
    "copyright": (
        ".{0,80}(?:版权所有|all rights reserved|ICP[备证]|公网安备|违法和不良信息举报|互联网新闻信息服务许可证).{0,100}",
        ".{0,80}未经(?:书面)?(?:授权|许可|允许).{0,12}(?:转载|不得|禁止).{0,100}",
        r"(?:copyright\b|©|\(c\)).{0,120}",
        "terms (?:of (?:use|service)|and conditions).{0,60}",
    ),
    "editor": (
        r"[\[【(（]?\s*(?:责任编辑|责编|值班编辑|本文编辑|编辑|校对|审核|监制)\s*[:：].{0,40}",
        r"[(\[]?(?:edited|editing) by .{1,80}|[(\[]?editors?\s?:.{1,60}",
    ),
    "source": (
        r"[\[【(（]\s*(?:作者|来源|图片来源|source)\s*[:：].{1,40}[\]】)）]",
        r"(?:文章|稿件|新闻|信息)?(?:来源|來源|source|发布时间|发表时间|时间)\s*[:：].{0,60}",
        r"(?:last )?(?:published|posted|updated)(?: on| at)?\s*[:：].{0,60}",
        rf"{DAY}\s*{CLOCK}\s*[|丨｜]?\s*(?:来源|來源|source)?\s*[:：]?.{{0,30}}",
    ),
}
