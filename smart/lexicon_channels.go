package smart

func englishChannels() map[string][]string {
	return map[string][]string{
		"":          words("social_media_manager social_media_specialist social_media_strategist social_media_coordinator social_media_strategy email_address email_addresses"), // none
		"instagram": words("instagram ig insta instagram_stories instagram_reels"),
		"facebook":  words("facebook fb facebook_group facebook_page"),
		"linkedin":  words("linkedin linked-in"),
		"twitter":   words("twitter tweets x/twitter twitter/x tweet"),
		"youtube":   words("youtube youtubers yt youtube_shorts"),
		"tiktok":    words("tiktok tik_tok tiktoks"),
		"pinterest": words("pinterest pins"),
		"snapchat":  words("snapchat"),
		"threads":   words("threads_app"),
		"whatsapp":  words("whatsapp"),
		"reddit":    words("reddit"),
		"twitch":    words("twitch"),
		"discord":   words("discord"),
		"podcast":   words("podcast podcasts podcasting"),
		"email": words(`email emails mails e-mail e-mails newsletter newsletters email_list mailing_list mailing_lists email_marketing mailings
			mailing email_campaign email_campaigns drip_campaign drip_campaigns`),
		"blog": words("blog blogs blogging blog_post blog_posts blogposts weblog"),
		"website": words(`website websites web_site site_traffic site_visitors site_visits our_site my_site the_site site_sessions site_conversions
			site_conversion homepage home_page landing_page landing_pages web_traffic web_visitors web_page web_pages webpage site_conversion_rate site_speed website's`),
		"organic_search": words(`organic_search organic_traffic organic_visits organic_sessions organic_visitors organic_clicks organic_website_traffic
			organic_site_traffic organic_website_visits organic_website_visitors organic_web_traffic organic_blog_traffic organic_leads organic_search_traffic seo search_engine search_engines search_engine_optimization search_engine_optimisation
			search_rankings from_search via_search search_traffic search_visits search_sessions search_visitors google google_search search_results organic_rankings organic_keyword organic_keywords organic_impressions organic_users organic_pageviews organic_page_views organic_conversions organic_ctr organic_click-through_rate organic_revenue organic_search_visits organic_search_clicks serp serps`),
		"facebook_ads": words("facebook_ads facebook_ad facebook_advertising meta_ads facebook_ad_campaign facebook_ad_campaigns fb_ads"),
		"google_ads":   words("google_ads google_ad adwords google_adwords google_ads_campaign google_ads_campaigns"),
		"paid_ads":     words("paid_ads paid_ad ppc paid_search paid_advertising paid_media paid_campaigns paid_campaign pay-per-click paid_social display_ads paid_traffic"),
		"social": words(`social_media social_networks social_network social_channels social_platforms social_media_channels social_media_platforms
			socials social_following social_followers social_engagement social_shares social_traffic social_mentions social_posts social_reach social`),
		"webinar": words("webinar webinars"),
	}
}
