<%@ tag description="A distribution: bars for training, a line for live rows." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="of" required="true" type="dev.perennial.web.pages.Histogram" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="kind" description="small or large" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<svg class="histogram ${fn:escapeXml(kind)}" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label="${fn:escapeXml(label)}"><path class="ref" d="${fn:escapeXml(of.reference())}"/><path class="live" d="${fn:escapeXml(of.live())}"/></svg>
