# expected: overlap
# found: overlap 26:1
# %%
import pandas as pd, numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, confusion_matrix

# %%
attr = pd.read_csv('WA_Fn-UseC_-HR-Employee-Attrition.csv')
attr['Attrition'] = attr['Attrition'].eq('Yes').astype(int)
attr['OverTime'] = attr['OverTime'].eq('Yes').astype(int)
attr = attr.drop(['EmployeeCount', 'StandardHours', 'Over18', 'EmployeeNumber'], axis=1)
attr = pd.get_dummies(attr)

# %%
train = attr.sample(frac=0.8, random_state=5)
test = attr.sample(frac=0.2, random_state=6)
print(train.shape, test.shape)

# %%
Xtrain, ytrain = train.drop('Attrition', axis=1), train['Attrition']
Xtest, ytest = test.drop('Attrition', axis=1), test['Attrition']

# %%
model = RandomForestClassifier(n_estimators=200, class_weight='balanced', random_state=1)
model.fit(Xtrain, ytrain)
yhat = model.predict(Xtest)
print('Accuracy: %.3f' % accuracy_score(ytest, yhat))
print(confusion_matrix(ytest, yhat))

# %%
fi = pd.DataFrame({'f': Xtrain.columns, 'imp': model.feature_importances_}).sort_values('imp', ascending=False)
fi.head(15)

# %%
import matplotlib.pyplot as plt
plt.barh(fi.f[:15], fi.imp[:15])
plt.gca().invert_yaxis()
