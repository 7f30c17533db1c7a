"""Where the words of a target begin and end: what stands before a number, behind it and between two of them."""

from __future__ import annotations

import pytest

import policydoc

SENTENCES = """
# places before the number, the thing behind it
解决柳湾、石桥等乡镇3.2万人的饮水困难问题。 | 32000 人 eq 解决 饮水困难问题 output
建成投用青禾区、北溪区3家区域医疗中心。 | 3 家 eq 建成投用 区域医疗中心 output
改造提升榆林沟、石门等沿河村镇16处供水设施。 | 16 处 eq 改造提升 供水设施 output
完成松江河全线6公里清淤疏浚。 | 6 公里 eq 完成 清淤疏浚 output
完成近郊乡镇45个自然村改造。 | 45 个 eq 完成 自然村改造 output
更换农村28处的水泵、阀门。 | 28 处 eq 更换 水泵、阀门 output
完成剩余900户农村危房改造。 | 900 户 eq 完成 农村危房改造 output
# names before 等 only say which ones
打通云溪路、学院南路等断头路7条。 | 7 条 eq 打通 断头路 output
建设青岭至平浦等高速公路4条。 | 4 条 eq 建设 高速公路 output
培育“砚州石匠”、“砚州月嫂”等劳务品牌6个。 | 6 个 eq 培育 劳务品牌 output
整治柳河、清水河等黑臭水体5条。 | 5 条 eq 整治 黑臭水体 output
# a list of numbers before their nouns
推出不少于60场公益演出、40场阅读推广活动、20场展览展示等活动。 | 60 场 ge 推出 公益演出 output ; 40 场 eq 推出 阅读推广活动 output ; 20 场 eq 推出 展览展示等活动 output
新增35个公用（含专用）充电桩、8个共享充电桩示范小区。 | 35 个 eq 新增 公用（含专用）充电桩 output ; 8 个 eq 新增 共享充电桩示范小区 output
改建80张认知障碍照护床位、120张护理型床位。 | 80 张 eq 改建 认知障碍照护床位 output ; 120 张 eq 改建 护理型床位 output
新建4家康复中心、3家中医药示范站。 | 4 家 eq 新建 康复中心 output ; 3 家 eq 新建 中医药示范站 output
实施2个省级特色田园乡村、5个市级特色田园乡村建设。 | 2 个 eq 实施 省级特色田园乡村 output ; 5 个 eq 实施 市级特色田园乡村建设 output
# a bracket inside a noun
新增20个社区（村）助餐点。 | 20 个 eq 新增 社区（村）助餐点 output
配备60台自动（半自动）除颤仪。 | 60 台 eq 配备 自动（半自动）除颤仪 output
新建15座生活垃圾（厨余）收集站。 | 15 座 eq 新建 生活垃圾（厨余）收集站 output
# a verb behind the number closes the phrase
老旧供水管道32公里全线改造。 | 32 公里 eq 改造 老旧供水管道 output
病险水库6座全部除险加固。 | 6 座 eq 除险加固 病险水库 output
C级危房37栋年内销号。 | 37 栋 eq 销号 C级危房 output
示范路段8公里全面绿化。 | 8 公里 eq 绿化 示范路段 output
# verbs of one character
各乡镇至少办1所老年学堂。 | 1 所 ge 办 老年学堂 output
每个社区都建有1处健身场地。 | 1 处 eq 建有 健身场地 output
各村放电影12场。 | 12 场 eq 放 电影 output
年内建“幸福食堂”15个。 | 15 个 eq 建 “幸福食堂” output
# whom an order is for
市、县两级配送艺术指导不少于900课时。 | 900 课时 ge 配送 艺术指导 output
各区、县（市）至少新建1个托育中心。 | 1 个 ge 新建 托育中心 output
各镇街建成口袋公园2个。 | 2 个 eq 建成 口袋公园 output
全村发展大棚蔬菜200亩。 | 200 亩 eq 发展 大棚蔬菜 output
全县推广良种8万亩。 | 80000 亩 eq 推广 良种 output
# a verb with its object inside
新建公路40公里，封山育林3万亩。 | 40 公里 eq 新建 公路 output ; 30000 亩 eq 封山育林 - output
改造农房500户，养猪2000头。 | 500 户 eq 改造 农房 output ; 2000 头 eq 养猪 - output
打造示范村6个，改厕1500座。 | 6 个 eq 打造 示范村 output ; 1500 座 eq 改厕 - output
# a fall listed with what falls
减少标准煤消耗28万吨、烟尘排放300吨、二氧化硫排放900吨。 | 280000 吨 eq 减少 标准煤消耗 output ; 300 吨 eq 减少 烟尘排放 output ; 900 吨 eq 减少 二氧化硫排放 output
压减燃煤12万吨、氮氧化物排放400吨。 | 120000 吨 eq 压减 燃煤 output ; 400 吨 eq 压减 氮氧化物排放 output
# 增加 beside a level is a rise
产值达到3亿元，增加2000万元，增长8%。 | 300000000 元 eq 达到 产值 level ; 20000000 元 eq 增加 产值 rise_by ; 8 % eq 增长 产值 rise_by
财政收入达1.2亿元，比上年增加900万元。 | 120000000 元 eq 达 财政收入 level ; 9000000 元 eq 增加 财政收入 rise_by
游客达到80万人次，增加6万人次。 | 800000 人次 eq 达到 游客 level ; 60000 人次 eq 增加 游客 rise_by
# the number of an aim
实现全县工业增加值增长8%，农业增加值增长4%的工作目标。 | 8 % eq 增长 全县工业增加值 rise_by ; 4 % eq 增长 农业增加值 rise_by
定下等候时间缩短至15天的目标。 | 15 日 eq 缩短至 等候时间 fall_to
实现森林覆盖率提高到42%的目标。 | 42 % eq 提高到 森林覆盖率 rise_to
# 使 with a rate is an aim of its own
投资8000万元，使自来水普及率超过95%。 | 80000000 元 eq 投资 - output ; 95 % gt - 自来水普及率 level
新建公厕20座，使无害化处理率达到90%。 | 20 座 eq 新建 公厕 output ; 90 % eq 达到 无害化处理率 level
安装路灯300盏，使亮灯率达到98%。 | 300 盏 eq 安装 路灯 output ; 98 % eq 达到 亮灯率 level
# numbers that share the noun behind the last
城区和乡镇各完成60台和30台燃煤锅炉拆改。 | 60 台 eq 完成 燃煤锅炉拆改 output ; 30 台 eq 完成 燃煤锅炉拆改 output
分别建设3个、4个、5个社区食堂。 | 3 个 eq 建设 社区食堂 output ; 4 个 eq 建设 社区食堂 output ; 5 个 eq 建设 社区食堂 output
分别培训200名、300名护理员。 | 200 名 eq 培训 护理员 output ; 300 名 eq 培训 护理员 output
# people without a measure word
减少低收入人口3万以上。 | 30000 - ge 减少 低收入人口 output
新增就业6000以上。 | 6000 - ge 新增 就业 output
服务老年人口2万。 | 20000 - eq 服务 老年人口 output
# a thousand's comma is no end of a clause
完成社會住宅興建3,200戶、包租代管媒合5,000戶。 | 3200 户 eq 完成 社會住宅興建 output ; 5000 户 eq 完成 包租代管媒合 output
新建步道1,200米、栈道3,400米。 | 1200 米 eq 新建 步道 output ; 3400 米 eq 新建 栈道 output
栽植乔木12,000株、灌木30,000株。 | 12000 株 eq 栽植 乔木 output ; 30000 株 eq 栽植 灌木 output
# a subject that a date parts from its verb
研究型病房到2026年底建成12个。 | 12 个 eq 建成 研究型病房 output
老旧小区2025年底前改造30个。 | 30 个 eq 改造 老旧小区 output
充电桩年内新建500个。 | 500 个 eq 新建 充电桩 output
# times that are to be reached
三级医院平均住院日控制在8天以内。 | 8 日 le 控制在 三级医院平均住院日 level
平均候诊时间缩短到15分钟。 | 15 分钟 eq 缩短到 平均候诊时间 fall_to
配送艺术指导不少于900课时。 | 900 课时 ge 配送 艺术指导 output
# shares
双师型教师占专业课教师总数超过一半。 | 0.5 - gt - 双师型教师占专业课教师总数 level
工业技改投资占工业投资比重不低于四成。 | 40 % ge - 工业技改投资占工业投资比重 level
检查覆盖率100%。 | 100 % eq - 检查覆盖率 level
预留不少于10%的用地指标。 | 10 % ge 预留 用地指标 output
# money that stands in the words of a fund
设立规模20亿元的产业基金。 | 2000000000 元 eq 设立 产业基金 output
建立总额5亿元的风险补偿资金池。 | 500000000 元 eq 建立 风险补偿资金池 output
拨款3亿元推行数字转型计划。 | 300000000 元 eq 拨款 数字转型计划 output
# 落实 of what is chosen
选择60条道路开展微改造。 | 60 条 eq 开展 道路 output
选取12个社区建设邻里中心。 | 12 个 eq 建设 社区 output
选定8所学校开展试点。 | 8 所 eq 选定 学校 output
确定6个社区开展微更新。 | 6 个 eq 确定 社区 output
遴选20家企业开展数字化改造。 | 20 家 eq 遴选 企业 output
选定12个数字乡村建设项目。 | 12 个 eq 选定 数字乡村建设项目 output
# what is carried out upon the things counted
实施二次供水改造提升8个居民小区。 | 8 个 eq 改造提升 居民小区 output
实施雨污分流改造35个村庄。 | 35 个 eq 改造 村庄 output
推进背街小巷改造提升20条街巷。 | 20 条 eq 改造提升 街巷 output
完成河道清淤12条村级河道。 | 12 条 eq 清淤 村级河道 output
开展适老化改造300户困难老年人家庭。 | 300 户 eq 改造 困难老年人家庭 output
完成危旧房改造12个项目。 | 12 个 eq 完成 危旧房改造 output
全面完成征地、拆迁和用地管理三项改革。 | 3 项 eq 完成 征地、拆迁和用地管理 output
# 送 inside a phrase
每年向镇村送戏不少于100场。 | 100 场 ge 送 戏 output
向农村送电影500场。 | 500 场 eq 送 电影 output
为敬老院送书800册。 | 800 册 eq 送 书 output
# who is served, with a verb in the words that describe them
为不少于9000名新进入初中一年级的女生提供HPV疫苗免费接种。 | 9000 名 ge 提供 新进入初中一年级的女生 output
为600名首次参加工作的青年提供住房补贴。 | 600 名 eq 提供 首次参加工作的青年 output
对500户新识别的低收入家庭开展入户走访。 | 500 户 eq 开展 新识别的低收入家庭 output
# things counted by their size
5亿元以上工业项目3个。 | 3 个 eq - 5亿元以上工业项目 output
3000万元以上项目15个。 | 15 个 eq - 3000万元以上项目 output
500亩以上示范基地6个。 | 6 个 eq - 500亩以上示范基地 output
实施20户以上自然村通硬化路工程500公里。 | 500 公里 eq 实施 20户以上自然村通硬化路工程 output
# verbs joined by a mark before a number
新建、更新120个市民健身路径。 | 120 个 eq 新建、更新 市民健身路径 output
新建、改造700个以上农村配电网台区。 | 700 个 ge 新建、改造 农村配电网台区 output
新建和改造公共厕所15座。 | 15 座 eq 新建和改造 公共厕所 output
支持9个市新建、改扩建全民健身中心。 | 9 个 eq 支持 市 output
# as many names as are counted say which ones
改扩建马冲、石川、冯营3座水厂。 | 3 座 eq 改扩建 水厂 output
完成靖宁路、柳湾南路2个积水点改造。 | 2 个 eq 完成 积水点改造 output
建设水稻、油菜、茶叶、天麻4个良种繁育基地。 | 4 个 eq 建设 良种繁育基地 output
完成太平、子午、五台3个街道安置房建设。 | 3 个 eq 完成 街道安置房建设 output
改造市中心240片低洼积水片。 | 240 片 eq 改造 低洼积水片 output
# a list whose last item has the number
建设正兴街农贸市场和2处停车场。 | 2 处 eq 建设 停车场 output
建成一批大师工作室、1200个人才培训基地。 | 1200 个 eq 建成 人才培训基地 output
改造东湖公园及3座桥梁。 | 3 座 eq 改造 桥梁 output
# a list that goes on with another deed
建成凤林路东延伸段等6条市政道路、建成子午大道小天桥。 | 6 条 eq 建成 市政道路 output
新建8个停车场、改建青岭路。 | 8 个 eq 新建 停车场 output
改造5所学校、扩建县医院。 | 5 所 eq 改造 学校 output
建设6座污水处理、回用设施。 | 6 座 eq 建设 污水处理、回用设施 output
# one verb behind a list
对10所中学、20所小学进行扩容改造。 | 10 所 eq 扩容改造 中学 output ; 20 所 eq 扩容改造 小学 output
为300名残疾人、200名老人提供服务。 | 300 名 eq 提供服务 残疾人 output ; 200 名 eq 提供服务 老人 output
将5个街道、12个社区纳入试点。 | 5 个 eq 纳入试点 街道 output ; 12 个 eq 纳入试点 社区 output
对中心城区49条重点道路、20座立交桥进行整治维修。 | 49 条 eq 整治维修 重点道路 output ; 20 座 eq 整治维修 立交桥 output
# a measure word that the noun behind it ends
提升改造主城区100条次干道和小街巷。 | 100 条 eq 提升改造 次干道和小街巷 output
改造20条次要道路。 | 20 条 eq 改造 次要道路 output
推送短信5万条次。 | 50000 条次 eq 推送 短信 output
# places counted before the verb
柳湾、石桥等4村新建文化广场5个。 | 5 个 eq 新建 文化广场 output
石桥等4镇改造敬老院3所。 | 3 所 eq 改造 敬老院 output
云泽、北溪等5县新建冷库8座。 | 8 座 eq 新建 冷库 output
# a verb with its other half in a bracket
新建（改）口袋公园12个。 | 12 个 eq 新建（改） 口袋公园 output
新（改）建农村公路30公里。 | 30 公里 eq 新（改）建 农村公路 output
新（扩）建幼儿园6所。 | 6 所 eq 新（扩）建 幼儿园 output
# numerals in names of villages
支持三家村、五里河新建驿站3座。 | 3 座 eq 新建 驿站 output
在三家村新建公厕2座。 | 2 座 eq 新建 公厕 output
整治五里沟、六合庄黑臭水体4条。 | 4 条 eq 整治 五里沟、六合庄黑臭水体 output
# an end of the noun at 达到
推动5个专业（群）达到省级一流。 | 5 个 eq 推动 专业（群） output
推动4个园区达到绿色标准。 | 4 个 eq 推动 园区 output
使3个园区（基地）达到国家标准。 | 3 个 eq 达到 园区（基地） output
# a name of the statistics with its verb inside
城镇新增就业5.2万人。 | 52000 人 eq - 城镇新增就业 output
城镇新增就业3000人以上，失业人员再就业800人。 | 3000 人 ge - 城镇新增就业 output ; 800 人 eq 再就业 失业人员 output
实现城镇新增就业1.6万人。 | 16000 人 eq 实现 城镇新增就业 output
全年城镇新增就业人数2.3万人。 | 23000 人 eq - 城镇新增就业人数 output
新增城镇就业2200人。 | 2200 人 eq 新增 城镇就业 output
社区新增停车位600个。 | 600 个 eq 新增 停车位 output
# so many and more of what is carried out
滚动实施1200个以上市级技改项目。 | 1200 个 ge 滚动实施 市级技改项目 output
实施好150项以上产业链重点项目。 | 150 项 ge 实施好 产业链重点项目 output
压茬实施30个以上水毁修复项目。 | 30 个 ge 压茬实施 水毁修复项目 output
开工总投资超12亿元项目45个以上。 | 45 个 ge 开工 总投资超12亿元项目 output
竣工总投资超5亿元项目20个以上。 | 20 个 ge 竣工 总投资超5亿元项目 output
# sums to be had
设立规模不低于2亿元的养老产业基金。 | 200000000 元 ge 设立 养老产业基金 output
组建总规模不少于5亿元的县域产业基金。 | 500000000 元 ge 组建 县域产业基金 output
为小微企业提供3亿元以上的增信担保。 | 300000000 元 ge 提供 增信担保 output
发放2亿元以上的创业贷款。 | 200000000 元 ge 发放 创业贷款 output
# adjectives before the thing, and a verb's character inside it
打造辐射力强、带动面广的消费街区12个。 | 12 个 eq 打造 消费街区 output
培育3个市级先进制造业集群。 | 3 个 eq 培育 市级先进制造业集群 output
建设5个省级促进消费示范点。 | 5 个 eq 建设 省级促进消费示范点 output
# what is planned already is still to be done
完成今年已安排的青岭县、石桥县18个卫生院改造项目。 | 18 个 eq 完成 卫生院改造项目 output
改造已建成的驿站8处。 | 8 处 eq 改造 已建成的驿站 output
# where it is done
在12个市州城区和青岭新区增补义务教育学位3万个。 | 30000 个 eq 增补 义务教育学位 output
输转城乡劳动力6万人。 | 60000 人 eq 输转 城乡劳动力 output
采集非遗影像60小时。 | 60 小时 eq 采集 非遗影像 output
录制广播节目200小时。 | 200 小时 eq 录制 广播节目 output
新增通车里程120公里，总里程达到3600公里。 | 120 公里 eq 新增 通车里程 output ; 3600 公里 eq 达到 总里程 level
三季度末至少完成全年改造任务的三分之二。 | 0.666666666666667 - ge 完成 全年改造 output
# verbs joined before a number
引进和培育15名农技骨干。 | 15 名 eq 引进和培育 农技骨干 output
选派与培训60名驻村干部。 | 60 名 eq 选派与培训 驻村干部 output
鼓励和资助30家企业开展研发。 | 30 家 eq 鼓励和资助 企业 output
鼓励并扶持12家手工作坊。 | 12 家 eq 鼓励并扶持 手工作坊 output
# a deed with its object that reaches a number of people
培训乡村电工达到1500名。 | 1500 名 eq 培训 乡村电工 output
引进和培养青年教师达到300名左右。 | 300 名 approx 引进和培养 青年教师 output
招募志愿者达到8000人。 | 8000 人 eq 招募 志愿者 output
培训人数达到5000人。 | 5000 人 eq 达到 培训人数 level
# verbs inside nouns of people
支持80名经营管理骨干人才。 | 80 名 eq 支持 经营管理骨干人才 output
支持80名经营管理骨干，500名经营管理专业人才。 | 80 名 eq 支持 经营管理骨干 output ; 500 名 eq 支持 经营管理专业人才 output
扶持25名乡村治理专家。 | 25 名 eq 扶持 乡村治理专家 output
支持20名教师管理学生社团。 | 20 名 eq 支持 教师 output
选派40名骨干医师出国研修。 | 40 名 eq 选派 骨干医师 output
组织60名技术人才出国（境）培训。 | 60 名 eq 组织 技术人才 output
# a share of the noun behind is a level
95%的自然村实现通电话。 | 95 % eq 实现 自然村 level
80%以上的村建成驿站。 | 80 % ge 建成 村 level
70%以上的实验室设立在园区。 | 70 % ge 设立 实验室 level
覆盖85%以上的小区。 | 85 % ge 覆盖 小区 level
为90%的老年人建立健康档案。 | 90 % eq 建立 老年人 output
# a share of a whole task
完成管网改造总任务的60%以上。 | 60 % ge 完成 管网改造总任务 level
完成校舍加固总任务的75%。 | 75 % eq 完成 校舍加固总任务 level
# 现有 behind a number says which ones
拆除3座现有岗亭，新建柳湾南、石桥北2座岗亭。 | 3 座 eq 拆除 现有岗亭 output ; 2 座 eq 新建 岗亭 output
整合4个原有平台，新建1个指挥平台。 | 4 个 eq 整合 原有平台 output ; 1 个 eq 新建 指挥平台 output
# what is completed
完成整治河道8条。 | 8 条 eq 完成整治 河道 output
完成改造老旧小区20个。 | 20 个 eq 完成改造 老旧小区 output
完成修缮校舍15栋。 | 15 栋 eq 完成修缮 校舍 output
完成改造项目20个。 | 20 个 eq 完成 改造项目 output
扩充床位900张。 | 900 张 eq 扩充 床位 output
# 和 that begins a noun
开展村容提升三年行动，打造60个和美乡村。 | 60 个 eq 打造 和美乡村 output
创建20个和谐社区。 | 20 个 eq 创建 和谐社区 output
评选30户和睦家庭。 | 30 户 eq 评选 和睦家庭 output
# how fast a line is
园区专线接入速率达到500兆比特/秒以上。 | 500 兆 ge 达到 园区专线接入速率 level
骨干网出口带宽达到6太比特/秒（Tbps）。 | 6 Tbps eq 达到 骨干网出口带宽 level
楼宇宽带接入能力达到200Mbps。 | 200 兆 eq 达到 楼宇宽带接入能力 level
# the size is what is added
新增储能300兆瓦。 | 300 兆瓦 eq 新增 储能 output
新建冷库5万吨。 | 50000 吨 eq 新建 冷库 output
"""
"""A sentence, a bar, and per target: amount unit comparator verb object change; targets are parted by semicolons."""

TRAPS = """
# explanations
便民圈是指半径不超过1公里的服务范围。
注：本表所称大型项目指总投资2亿元以上的项目。
计算方法：达标天数除以365天，不低于80%为达标。
普及率是指使用人口占比，一般不低于60%。
# what may be handed in, and posts
各县推荐典型案例不超过3个。
每个单位报送先进个人不超过2名。
每个乡镇上报示范户不多于5户。
成立由县长任组长、4名副县长任副组长的领导小组。
# who may apply
申报企业营业收入应在2000万元以上。
资本金比例不低于20%。
单个项目最高800万元。
公交票价实行五折优惠。
# alarms
未来12小时降雨量达到80毫米以上的，启动响应。
水位将超过警戒水位0.5米。
造成死亡3人以上10人以下的事故。
# progress and reports
已开通专线8条，完成年度任务的62%。
新增就业8000人，完成年度任务的80%。
截至8月底，今年全市新开工项目超过60个。
2018年至2022年，全市累计引进外资12亿美元。
从2015年到2020年，城镇化率从40%提高到52%。
在三个县建设了20个站点。
目前开放数据应用案例仅40件。
共征集到民生建议260条。
确定2024年民生实事项目30项。
# what a place has
总面积1860平方公里，人口36万人。
公示材料控制在3000字以内。
中心周边500米范围内禁止停车。
总投资12亿元，其中省级资金2亿元，地方自筹7亿元。
增设的路灯，经费4500万元。
四六比调整为五五比。
2013年，全年实现地区生产总值突破2000亿元，增长11.2%。
2012年，全年新增就业3万人。
2020年，全年培训农民5000人次。
为民兴办10件实事。
省级财政补助资金下达5亿元，完成年度计划的104%。
全市开工项目120个，完成年度计划的96%。
本次大会应到代表361名，实到代表319名。
全省铁路网密度仅为全国平均水平的80%左右。
运营里程仅占全国路网规模的3%。
全县户用沼气普及率仅为12%。
到2015年末，全省还有农村贫困人口289万人。
全县总人口近12万人。
# places that a number of people describes
逐步向40户以上的村寨延伸。
公交线路向500人以上行政村延伸。
逐步覆盖20户以上居民点。
# who reaches it is rewarded
年上缴税金达到40万元以上，一次性给予5万元奖励。
亩均税收达到20万元以上，给予扶持。
新上项目固定资产投资6000万元以上、亩均投资不低于200万元，按实际投资额给予企业5%的奖励。
单户最高不超过20万元。
对设备投入给予补助，最高800万元。
每间上限5万元。
有机认证费用补助八成。
# how near, how much of one sample
公厕服务半径不超过400米，步行时间不超过8分钟。
食堂每餐每样菜品留样不少于150克。
公交站点300米覆盖率较高。
每亩投入按每年不低于600元落实。
# who is told, who takes part, whose it is
6项滞后任务的责任单位要逐项整改。
3个问题突出乡镇的负责人要当面说明。
参加青岭县第九届人民代表大会的180名代表投票。
整合14个部门数据资源。
建立由8个部门参加的联席会议制度。
申领年限可缩短至3年。
阶段性下调工伤保险费率20%。
将2%的税收减免落实到位。
# what was looked at
督查组抽查项目60个，走访群众300人次。现将有关情况通报如下：
检查组检查企业45家，发现隐患120处。现就检查情况通报如下：
去年全年接待游客逾80万人次。
本县有耕地3万亩，2022年度粮食产量达到9万吨。
“一村一品”：在一定区域内，培育1至2个主导产品。
现随函附送申请书2份。
检附计划书1份。
# the time names a plan, the size a plant
实施服务提质增效三年行动。
推进河道整治提升五年攻坚行动。
启动林权承包再延长三十年试点。
扩大林权承包延长三十年整县试点。
开工建设青岭100兆瓦光伏电站等项目。
开工建设云泽300兆瓦储能电站。
新建5万吨冷库项目。
建设220千伏变电站。
完成年度计划的94%。
"""
"""Sentences without a target."""


def rows(block: str) -> list[str]:
    """The lines of a table without its headings."""
    return [line for line in block.strip().splitlines() if line and not line.startswith("#")]


def shown(target: policydoc.Target) -> str:
    """A target as the table writes it."""
    return " ".join((str(target.value), target.unit or "-", target.comparator, target.action or "-", target.object or "-", target.change))


@pytest.mark.parametrize("row", rows(SENTENCES), ids=lambda row: row.split("|")[0].strip())
def test_words(row):
    """Verb and object of every target, in each order that notices use."""
    text, wanted = (cell.strip() for cell in row.split("|"))

    assert " ; ".join(shown(target) for target in policydoc.find_targets(text, year=2024)) == wanted


@pytest.mark.parametrize("text", rows(TRAPS))
def test_no_target(text):
    """Explanations, conditions, alarms, progress and what a place has are figures alone."""
    assert [shown(target) for target in policydoc.find_targets(text, year=2024)] == []


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("新建公路3.2公里。", (3200, "m")),
        ("造林15亩。", (10000, "m2")),
        ("投资1.2亿元。", (120000000, "CNY")),
        ("森林覆盖率达到35%。", (0.35, "1")),
        ("时限压缩到3天。", (259200, "s")),
        ("造林1亩。", (666.666666666667, "m2")),
        ("新建公厕3座。", (None, None)),
        ("新建公路2至3公里。", (None, None)),
        ("合格率提高2个百分点。", (None, None)),
    ],
)
def test_base(text, wanted):
    """The value in the base unit of its unit, to 15 digits; none for counts, points and ranges."""
    (found,) = policydoc.find_targets(text)

    assert (None if found.base_value is None else float(found.base_value), found.base_unit) == wanted


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("青岭、北溪等12个县城", ["declared_count"]),
        ("柳湾镇3个：东村、西村、南村", ["declared_count"]),
        ("1978、1979两年", ["date", "date", "standard"]),
        ("八十年代", ["date"]),
        ("三一重工、红二六团", ["name", "name"]),
        ("东原镇\t4127\t21.46", ["achievement", "achievement"]),
        ("拨打12348法律热线", ["contact"]),
        ("比例调整为1∶4", ["standard", "standard"]),
        ("县政府第23次常务会议、第二次党组会审议", ["reference", "reference"]),
        ("依据《云泽市规定》第十二条、《条例》第九条规定", ["reference", "reference"]),
        ("第3次全国普查，第2批试点，第4条生产线", ["ordinal", "ordinal", "ordinal"]),
        ("每月8日前报送、次月3日前通报", ["date", "date"]),
        ("过去五年、未来三年、工期两年", ["date", "date", "standard"]),
        ("新建公园26个[3]，小(1)型水库", ["target", "reference", "name"]),
        ("市防指由18个成员单位组成", ["declared_count"]),
        ("镇自筹30万元", ["funding"]),
    ],
)
def test_left_over(text, kinds):
    """Numbers that no deed claims have a kind by what touches them."""
    from policydoc.targets import statements
    from policydoc.text.fold import fold

    assert [found.kind for found in statements(fold(text))] == kinds


def test_words_leave_out_what_the_line_leaves_out():
    """Verb and object have no line end and no page number inside; their spans reach over both."""
    text = "一、重点任务\n（一）改善出行条件。年内建设改造北溪区、青禾区沿街居民楼院和周边老旧小\n- 3 -\n区供水管网26公里，同步新建各类公共停车泊位和公共充电桩共计1200个。\n"
    plan = policydoc.parse(text)

    for found in plan.targets:
        for words, span in ((found.action, found.action_span), (found.object, found.object_span)):
            assert words is None or "\n" not in words
            assert span is None or (words or "")[0] == plan.text.content[span[0]]


@pytest.mark.parametrize(
    "sentence, kinds",
    [
        ("全市竣工项目41个。", ["achievement"]),
        ("下一步，要新开工项目22个。", ["target"]),
        ("各县要确保新增床位650张。", ["target"]),
    ],
)
def test_a_circular_on_progress_reports(sentence, kinds):
    """通报: what its paragraphs count is done, but what they demand is to be done."""
    text = (
        f"云泽市人民政府办公室关于2024年重点项目推进情况的通报\n\n各县人民政府：\n    {sentence}\n\n云泽市人民政府办公室\n2024年10月12日\n"
    )
    plan = policydoc.parse(text)

    assert [str(figure.kind) for figure in plan.figures if figure.text in sentence and str(figure.kind) != "date"] == kinds


def test_an_emergency_plan_has_stocks():
    """预案: standing stocks and levels of alarm are no targets, commitments without a number stay goals."""
    text = (
        "云泽市防汛应急预案\n\n1 总则\n1.1 编制目的\n规范应急处置工作。\n2 监测\n2.1 雨情\n全市布设雨量站120处，派出工作组2个，"
        "困难群众应救尽救。\n3 保障\n3.1 队伍\n建立抢险队伍12支。\n"
    )
    plan = policydoc.parse(text)

    assert plan.parts[0].genre == "预案"
    assert plan.targets == ()
    assert [str(goal.kind) for goal in plan.goals] == ["coverage"]


@pytest.mark.parametrize("label", ["乙、", "B.", "（甲）", "c）", "二、"])
def test_label_is_no_word_of_a_target(label):
    """Letters and heavenly stems count items as numbers do."""
    [target] = policydoc.find_targets(f"{label}改造公厕12座。")

    assert (target.action, target.object) == ("改造", "公厕")


def test_what_is_listed_is_declared():
    """The count of a list that begins behind it is no target; a building that is counted is one."""
    text = "云泽市2024年民生实事\n今年推进3个项目：（1）新建公厕8座；（2）修路12公里；（3）新建驿站3个。"

    assert [(target.action, target.object) for target in policydoc.parse(text).targets] == [
        ("新建", "公厕"),
        ("修路", None),
        ("新建", "驿站"),
    ]
    assert [target.object for target in policydoc.find_targets("函送公厕改造计划1份。新建公厕2座。")] == ["公厕"]


@pytest.mark.parametrize(
    ("line", "action", "counted"),
    [
        ("修路12公里", "修路", None),
        ("挖塘8口", "挖塘", None),
        ("新建校舍3栋", "新建", "校舍"),
        ("改建厕所5座", "改建", "厕所"),
        ("维修路灯20盏", "维修", "路灯"),
    ],
)
def test_verbs_that_hold_their_noun(line, action, counted):
    """修路 is a deed of its own; behind another verb its noun is longer than it looks."""
    [target] = policydoc.find_targets(line)

    assert (target.action, target.object) == (action, counted)
