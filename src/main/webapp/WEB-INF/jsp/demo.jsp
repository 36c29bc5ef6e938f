<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="moves" value="${view.state() eq 'PLAYING' or view.state() eq 'REMOVING'}"/>
<t:page title="${lang.say('demo.demo', view.title())}" here="monitor" live="true" refresh="${moves ? 5 : ''}">
<p class="where"><c:url var="toMonitor" value="/monitor"/><t:say key="demo.monitor-guided-demo" a="${toMonitor}"/></p>
<h1><fmt:message key="demo.the-guided-demo"/></h1>
<section id="demo" class="part" aria-label="<fmt:message key="demo.where-the-demo-is"/>">
<div class="card"><h2><c:out value="${view.title()}"/></h2>
<c:if test="${not empty view.sentence()}"><p><c:out value="${view.sentence()}"/></p></c:if>
<c:choose>
<c:when test="${not view.possible()}"><p><t:say key="demo.it-plays-on-a" a="${view.model()}"/></p></c:when>
<c:when test="${view.state() eq 'NONE'}"><p><t:say key="demo.three-minutes-of-made" a="${view.model()}"/></p></c:when>
<c:when test="${view.state() eq 'PLAYING'}"><p class="going"><progress max="100" value="${fn:escapeXml(view.percent())}" aria-label="<fmt:message key="demo.progress-of-this-part"/>"><c:out value="${view.percent()}"/> %</progress> <span class="unit"><t:say key="demo.of-this-part" a="${view.percent()}"/></span></p><p class="unit"><fmt:message key="demo.this-page-renews-itself"/></p></c:when>
<c:when test="${view.state() eq 'LEFT'}"><p><fmt:message key="demo.what-it-had-done"/></p></c:when>
</c:choose>
<c:if test="${view.now().isPresent()}"><p><t:say key="demo.what-the-monitor-says" a="${view.now().get().version()}"/>&#32;<t:status mark="${view.now().get().diagnosis()}"/></p><p><c:out value="${view.now().get().sentence()}"/>. <b><fmt:message key="demo.what-to-do"/></b> <c:out value="${view.now().get().action()}"/></p></c:if>
<c:if test="${view.possible()}"><c:choose>
<c:when test="${requestScope.exchange.administers()}"><div class="choices">
<c:if test="${view.state() ne 'NONE' and view.state() ne 'REMOVING'}"><a class="button second" href="<c:url value="/monitor/${view.model()}?window=15m"/>"><fmt:message key="demo.open-the-monitor-page"/></a></c:if>
<c:if test="${not moves}"><form method="post" action="<c:url value="/demo/play"/>"><t:csrf/><button type="submit"><c:choose><c:when test="${view.state() eq 'NONE'}"><fmt:message key="demo.play-the-demo"/></c:when><c:otherwise><fmt:message key="demo.play-it-again"/></c:otherwise></c:choose></button></form></c:if>
<c:if test="${view.state() eq 'PLAYING'}"><form method="post" action="<c:url value="/demo/stop"/>"><t:csrf/><button class="plain" type="submit"><fmt:message key="demo.stop"/></button></form></c:if>
<c:if test="${view.state() ne 'NONE' and view.state() ne 'REMOVING'}"><form method="post" action="<c:url value="/demo/remove"/>"><t:csrf/><button class="plain" type="submit"><fmt:message key="demo.remove-the-demo"/></button></form></c:if>
</div></c:when>
<c:otherwise><p class="act"><c:if test="${view.state() ne 'NONE'}"><a class="button second" href="<c:url value="/monitor/${view.model()}?window=15m"/>"><fmt:message key="demo.open-the-monitor-page"/></a> </c:if><a class="button" href="<c:url value="/demo/play"/>"><fmt:message key="demo.sign-in-to-play"/></a></p><p class="unit"><fmt:message key="demo.an-administrator-plays-it"/></p></c:otherwise>
</c:choose></c:if>
<c:if test="${view.state() ne 'NONE'}"><p class="unit"><t:say key="demo.demo-rows-are-in" a="${view.rows()}"/></p></c:if>
</div>
<ol class="story"><c:forEach var="part" items="${view.parts()}"><li class="card"<c:if test="${part.here()}"> aria-current="step"</c:if>>
<h2><c:out value="${part.title()}"/> <t:status mark="${part.mark()}"/></h2>
<p><c:out value="${part.happens()}"/></p>
<p><b><fmt:message key="demo.what-you-should-see"/></b> <c:out value="${part.see()}"/></p>
<c:if test="${not empty part.run()}"><p><a href="<c:url value="/runs/${part.run()}"/>"><fmt:message key="demo.the-run-and-why"/></a></p></c:if>
</li></c:forEach></ol>
</section>
</t:page>
