<%@ tag description="What to do next on a server that nobody has asked anything." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="welcome" value="${requestScope.welcome}"/>
<c:if test="${not empty welcome and welcome.fresh()}"><section class="card" id="welcome"><h2><fmt:message key="welcome.this-server-has-not"/></h2>
<p><fmt:message key="welcome.it-answers-questions-with"/></p>
<ol class="steps">
<li><c:url var="toHome" value="/#values"/><c:url var="toDocs" value="/docs"/><t:say key="welcome.ask-for-a-prediction" a="${toHome}" b="${toDocs}"/></li>
<li><fmt:message key="welcome.say-later-what-was"/></li>
<li><c:url var="toMonitor" value="/monitor"/><t:say key="welcome.look-at-the-monitor" a="${toMonitor}"/></li>
</ol>
<c:if test="${welcome.possible()}"><p><fmt:message key="welcome.or-watch-all-of"/></p><p class="act"><a class="button second" href="<c:url value="/demo"/>"><fmt:message key="welcome.see-the-three-minute"/></a></p></c:if>
</section></c:if>
