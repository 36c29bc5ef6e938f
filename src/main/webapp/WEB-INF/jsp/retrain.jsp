<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('retrain.retrain', view.title())}">
<p class="where"><t:badge model="${view.model()}" version="${view.version()}"/></p>
<h1><t:say key="retrain.retrain" a="${view.title()}"/></h1>
<p class="say"><t:say key="retrain.a-candidate-learns-from" a="${view.version()}"/></p>
<form class="card" method="post" action="<c:url value="/models/${view.model()}/retrain"/>"><t:csrf/>
<div class="fields">
<div class="field"><label for="rows"><fmt:message key="retrain.rows-to-learn-from"/></label><select id="rows" name="rows">
<option value="all"<c:if test="${view.rows() eq 'all'}"> selected</c:if>><fmt:message key="retrain.the-reference-and-all"/></option>
<option value="recent"<c:if test="${view.rows() eq 'recent'}"> selected</c:if>><fmt:message key="retrain.recent-labelled-rows-alone"/></option>
<option value="since-drift"<c:if test="${view.rows() eq 'since-drift'}"> selected</c:if>><fmt:message key="retrain.labelled-rows-since-the"/></option>
</select></div>
<div class="field"><label for="scheme"><fmt:message key="retrain.another-weka-classifier-with"/></label><input id="scheme" name="scheme" type="text" autocomplete="off" spellcheck="false" placeholder="${fn:escapeXml(view.scheme())}" aria-describedby="scheme-hint"><p class="hint" id="scheme-hint"><t:say key="retrain.empty-as-version" a="${view.version()}" b="${view.scheme()}"/></p></div>
<div class="field"><label for="reason"><fmt:message key="retrain.why"/></label><input id="reason" name="reason" type="text" maxlength="500"></div>
</div>
<p class="act"><button type="submit"><fmt:message key="retrain.start"/></button></p>
</form>
</t:page>
