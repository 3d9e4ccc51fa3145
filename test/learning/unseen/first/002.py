# expected: preprocessing
# found: preprocessing 47:42, preprocessing 48:44
# %% [markdown]
# ## Titanic: my first kernel

# %%
import pandas as pd
import numpy as np
import seaborn as sns
import matplotlib.pyplot as plt
%matplotlib inline
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score
import warnings
warnings.filterwarnings('ignore')

# %%
train_df = pd.read_csv("../input/train.csv")
test_df = pd.read_csv("../input/test.csv")
PassengerId = test_df['PassengerId']
train_df.head()

# %%
train_df.describe(include='all')

# %%
sns.barplot(x='Sex', y='Survived', data=train_df)
plt.show()
sns.factorplot('Pclass', 'Survived', hue='Sex', data=train_df)
plt.show()

# %%
ntrain = train_df.shape[0]
y_all = train_df.Survived.values
all_data = pd.concat((train_df.drop('Survived', axis=1), test_df)).reset_index(drop=True)
print("all_data size is : {}".format(all_data.shape))

# %%
all_data.isnull().sum()

# %%
all_data['Title'] = all_data['Name'].str.extract(' ([A-Za-z]+)\.', expand=False)
all_data['Title'] = all_data['Title'].replace(['Lady', 'Countess', 'Capt', 'Col', 'Don', 'Dr',
                                               'Major', 'Rev', 'Sir', 'Jonkheer', 'Dona'], 'Rare')
all_data['Title'] = all_data['Title'].replace({'Mlle': 'Miss', 'Ms': 'Miss', 'Mme': 'Mrs'})
all_data['Age'] = all_data['Age'].fillna(all_data['Age'].mean())
all_data['Fare'] = all_data['Fare'].fillna(all_data['Fare'].median())
all_data['Embarked'] = all_data['Embarked'].fillna('S')
all_data['FamilySize'] = all_data['SibSp'] + all_data['Parch'] + 1
all_data['IsAlone'] = (all_data['FamilySize'] == 1).astype(int)

# %%
all_data = all_data.drop(['Name', 'Ticket', 'Cabin', 'PassengerId'], axis=1)
all_data = pd.get_dummies(all_data)
all_data.head()

# %%
colormap = plt.cm.viridis
plt.figure(figsize=(12, 12))
sns.heatmap(all_data.corr(), linewidths=0.1, vmax=1.0, square=True, cmap=colormap, annot=True)

# %%
train = all_data[:ntrain]
test = all_data[ntrain:]

# %%
x_tr, x_va, y_tr, y_va = train_test_split(train, y_all, test_size=0.22, random_state=0)
rf = RandomForestClassifier(n_estimators=300, max_depth=6, random_state=0)
rf.fit(x_tr, y_tr)
y_pred = rf.predict(x_va)
acc_rf = round(accuracy_score(y_pred, y_va) * 100, 2)
print(acc_rf)

# %%
sub = pd.DataFrame({'PassengerId': PassengerId, 'Survived': rf.predict(test)})
sub.to_csv('submission.csv', index=False)
