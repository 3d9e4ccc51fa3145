# expected: overlap
# found: overlap 55:1
# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.linear_model import LogisticRegression
from sklearn import metrics

# %%
bank = pd.read_csv('bank-full.csv', sep=';')
bank.head()

# %%
bank.y.value_counts()

# %%
pd.crosstab(bank.job, bank.y).plot(kind='bar', figsize=(10, 4))
plt.title('Purchase Frequency for Job Title')

# %%
table = pd.crosstab(bank.marital, bank.y)
table.div(table.sum(1).astype(float), axis=0).plot(kind='bar', stacked=True)

# %%
bank['y'] = np.where(bank['y'] == 'yes', 1, 0)
bank['default'] = np.where(bank['default'] == 'yes', 1, 0)
bank['housing'] = np.where(bank['housing'] == 'yes', 1, 0)
bank['loan'] = np.where(bank['loan'] == 'yes', 1, 0)
bank['pdays_flag'] = (bank['pdays'] > -1).astype(int)
bank.drop(['duration', 'pdays'], axis=1, inplace=True)

# %%
cat_vars = ['job', 'marital', 'education', 'contact', 'month', 'poutcome']
for var in cat_vars:
    cat_list = pd.get_dummies(bank[var], prefix=var)
    bank = bank.join(cat_list)
bank = bank.drop(cat_vars, axis=1)
bank.columns.values

# %%
train = bank.sample(frac=0.8, random_state=10)
test = bank.sample(frac=0.2, random_state=20)
print(train.shape, test.shape)

# %%
X_train = train.loc[:, train.columns != 'y']
y_train = train['y']
X_test = test.loc[:, test.columns != 'y']
y_test = test['y']

# %%
logreg = LogisticRegression(max_iter=3000)
logreg.fit(X_train, y_train)
y_pred = logreg.predict(X_test)
print('Accuracy of logistic regression classifier on test set: {:.2f}'.format(logreg.score(X_test, y_test)))

# %%
print(metrics.classification_report(y_test, y_pred))

# %%
logit_roc_auc = metrics.roc_auc_score(y_test, logreg.predict_proba(X_test)[:, 1])
fpr, tpr, thresholds = metrics.roc_curve(y_test, logreg.predict_proba(X_test)[:, 1])
plt.figure()
plt.plot(fpr, tpr, label='Logistic Regression (area = %0.2f)' % logit_roc_auc)
plt.plot([0, 1], [0, 1], 'r--')
plt.legend(loc="lower right")
plt.savefig('Log_ROC')
plt.show()
