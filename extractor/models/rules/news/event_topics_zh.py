"""The vocabularies of other news, in Chinese."""

from extractor.models.rules.news.event_cues import topic

TOPICS = (
    topic(
        "one firm's own results, mergers and shares",
        "净利润 营业收入 每股 股价 股权 收购 三季报 半年报 涨停 跌停 恒指 恒生指数 港股 A股 复牌 市值 股东 应收账款 收报 北水",
        "净利润下降，股价下跌",
    ),
    topic(
        "courts and crime",
        "法院 判决 判处 被告 原告 嫌疑人 诈骗 警方 公安机关 庭审 获刑 检察院 宣判 赃款",
        "法院一审判决",
    ),
    topic(
        "sport, books and films",
        "马拉松 选手 冠军 比赛 球队 球迷 小说 签书会 读者 签售 码洋 图书 电影 演唱会 出版社 首刷",
        "小说家的读者",
    ),
    topic(
        "elections, assemblies and budgets",
        "投票 得票 补选 选举 候选人 人民代表大会 政协 公共预算 条约 停火 立委 政见 选民",
        "候选人得票",
    ),
    topic(
        "weather, tourism, traffic and housing",
        "台风 降雨 暴雨 防汛 登陆 地震 接待游客 旅游收入 旅游局 人均消费 客运量 地铁 末班车 通车 车程 时速 社宅 老旧小区 惠及居民",
        "台风带来暴雨",
    ),
    topic(
        "health, farming and public services",
        "家庭医生 患者 医保 签约服务 签约率 卫生健康局 亩产 秋粮 收获 万亩 收割机 停车位 可支配收入",
        "家庭医生签约服务",
    ),
    topic(
        "a call for exhibitors",
        "招展 展位费 参展报名 报名参展 报名截止 报名表 回执 参展费 标准展位 光地 参展企业须 赞助 截止时间",
        "招展公告与展位费",
    ),
    topic("schools", "新学期 学位 入学 开学 师生 义务教育", "新学期入学"),
    topic(
        "jobs",
        "招聘会 求职 就业意向 送岗 月薪 报名 岗位 简历",
        "求职者的月薪",
    ),
    topic(
        "one site under construction, or a tender",
        "招标 投标 标段 塔吊 封顶 工期 施工 班组 主体结构 累计完成投资 建设进度 工地 限价",
        "塔吊与工期",
    ),
)
