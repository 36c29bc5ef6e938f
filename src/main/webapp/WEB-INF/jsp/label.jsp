<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="title" value="${not empty view.problem() ? lang.say('label.this-was-not-recorded') : view.told() ? lang.say('label.thank-you') : lang.say('label.the-true-answer')}"/>
<t:page title="${title}" here="predict">
<p class="where"><t:badge model="${view.model()}" version="${view.version()}"/></p>
<h1><c:out value="${title}"/></h1>
<c:if test="${not empty view.problem()}"><t:notice kind="bad" title="${lang.say('label.what-is-wrong')}"><p><c:out value="${view.problem()}."/></p></t:notice></c:if>
<c:if test="${view.told()}"><p class="say"><fmt:message key="label.it-is-recorded-and"/></p></c:if>
<section class="card"><h2><fmt:message key="label.this-prediction"/></h2>
<dl class="facts">
<div><dt><t:say key="label.true" a="${view.target()}"/></dt><dd><c:choose><c:when test="${empty view.recorded()}"><span class="unit"><fmt:message key="label.not-told-yet"/></span></c:when><c:otherwise><strong><c:out value="${view.recorded()}"/></strong><span class="unit">&#32;<c:out value="${view.ask().unit()}"/></span></c:otherwise></c:choose></dd></div>
<c:if test="${not empty view.predicted()}"><div><dt><fmt:message key="label.the-model-said"/></dt><dd><c:out value="${view.predicted()}"/><span class="unit">&#32;<c:out value="${view.ask().unit()}"/></span></dd></div></c:if>
<div><dt><fmt:message key="label.prediction-id"/></dt><dd><code class="id"><c:out value="${view.ask().id()}"/></code></dd></div>
</dl>
</section>
<t:ask ask="${view.ask()}" title="${empty view.recorded() ? lang.say('label.was-this-right') : lang.say('label.told-wrongly-correct-it')}"/>
<p class="act"><a class="button" href="<c:url value="/"/>"><fmt:message key="label.predict-another"/></a></p>
</t:page>
