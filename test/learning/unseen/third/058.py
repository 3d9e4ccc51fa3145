# expected: multi-test, preprocessing
# found: preprocessing 31:14, multi-test 37:8
# %%
import pandas as pd
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.metrics import precision_recall_curve, f1_score, confusion_matrix
import matplotlib.pyplot as plt

# %%
leads = pd.read_csv('Leads.csv')
leads = leads.replace('Select', np.nan)
leads = leads.loc[:, leads.isnull().mean() < 0.4]
leads.shape

# %%
leads = leads.drop(['Prospect ID', 'Lead Number', 'Country', 'City'], axis=1).dropna()
varlist = ['Do Not Email', 'Do Not Call', 'A free copy of Mastering The Interview']
def binary_map(x):
    return x.map({'Yes': 1, 'No': 0})
leads[varlist] = leads[varlist].apply(binary_map)
cats = leads.select_dtypes('object').columns
leads = pd.get_dummies(leads, columns=cats, drop_first=True)

# %%
y = leads['Converted']
X = leads.drop('Converted', axis=1)
numeric = ['TotalVisits', 'Total Time Spent on Website', 'Page Views Per Visit']
X[numeric] = StandardScaler().fit_transform(X[numeric])
X_train, X_test, y_train, y_test = train_test_split(X, y, train_size=0.7, test_size=0.3, random_state=100)

# %%
logit = LogisticRegression(max_iter=1000)
logit.fit(X_train, y_train)
prob = logit.predict_proba(X_test)[:, 1]

# %%
numbers = [float(x) / 20 for x in range(1, 20)]
cutoff_df = pd.DataFrame(columns=['prob', 'accuracy', 'sensi', 'speci'])
for i in numbers:
    cm1 = confusion_matrix(y_test, prob > i)
    total1 = sum(sum(cm1))
    accuracy = (cm1[0, 0] + cm1[1, 1]) / total1
    speci = cm1[0, 0] / (cm1[0, 0] + cm1[0, 1])
    sensi = cm1[1, 1] / (cm1[1, 0] + cm1[1, 1])
    cutoff_df.loc[i] = [i, accuracy, sensi, speci]
cutoff_df.plot.line(x='prob', y=['accuracy', 'sensi', 'speci'])
plt.show()

# %%
p, r, thr = precision_recall_curve(y_test, prob)
f1 = 2 * p * r / (p + r)
best_thr = thr[np.argmax(f1[:-1])]
best_thr

# %%
final_pred = (prob >= best_thr).astype(int)
print('F1 at best cut-off:', f1_score(y_test, final_pred))
print(confusion_matrix(y_test, final_pred))
