# expected: multi-test, preprocessing
# found: preprocessing 34:17, multi-test 98:16
# %% [markdown]
# # Keras API Project Exercise - LendingClub

# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
%matplotlib inline

df = pd.read_csv('../DATA/lending_club_loan_two.csv')
df.info()

# %%
plt.figure(figsize=(12, 4))
sns.distplot(df['loan_amnt'], kde=False, bins=40)

# %%
df['loan_repaid'] = df['loan_status'].map({'Fully Paid': 1, 'Charged Off': 0})
df[['loan_repaid', 'loan_status']].head()

# %%
100 * df.isnull().sum() / len(df)

# %%
df = df.drop(['emp_title', 'emp_length', 'title'], axis=1)

# %%
df.corr()['mort_acc'].sort_values()

# %%
total_acc_avg = df.groupby('total_acc').mean()['mort_acc']

def fill_mort_acc(total_acc, mort_acc):
    if np.isnan(mort_acc):
        return total_acc_avg[total_acc]
    else:
        return mort_acc

# %%
df['mort_acc'] = df.apply(lambda x: fill_mort_acc(x['total_acc'], x['mort_acc']), axis=1)
df = df.dropna()

# %%
df['term'] = df['term'].apply(lambda term: int(term[:3]))
df = df.drop('grade', axis=1)
dummies = pd.get_dummies(df[['sub_grade', 'verification_status', 'application_type', 'initial_list_status', 'purpose']], drop_first=True)
df = df.drop(['sub_grade', 'verification_status', 'application_type', 'initial_list_status', 'purpose'], axis=1)
df = pd.concat([df, dummies], axis=1)
df['home_ownership'] = df['home_ownership'].replace(['NONE', 'ANY'], 'OTHER')
df = pd.concat([df.drop('home_ownership', axis=1), pd.get_dummies(df['home_ownership'], drop_first=True)], axis=1)
df['zip_code'] = df['address'].apply(lambda address: address[-5:])
df = pd.concat([df.drop(['zip_code', 'address'], axis=1), pd.get_dummies(df['zip_code'], drop_first=True)], axis=1)
df = df.drop(['issue_d', 'loan_status'], axis=1)
df['earliest_cr_year'] = df['earliest_cr_line'].apply(lambda date: int(date[-4:]))
df = df.drop('earliest_cr_line', axis=1)

# %%
from sklearn.model_selection import train_test_split
X = df.drop('loan_repaid', axis=1).values
y = df['loan_repaid'].values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.20, random_state=101)

# %%
from sklearn.preprocessing import MinMaxScaler
scaler = MinMaxScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

# %%
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Dropout
from tensorflow.keras.callbacks import EarlyStopping

model = Sequential()
model.add(Dense(78, activation='relu'))
model.add(Dropout(0.2))
model.add(Dense(39, activation='relu'))
model.add(Dropout(0.2))
model.add(Dense(19, activation='relu'))
model.add(Dense(units=1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam')

# %%
early_stop = EarlyStopping(monitor='val_loss', mode='min', verbose=1, patience=5)
model.fit(x=X_train, y=y_train, epochs=25, batch_size=256,
          validation_data=(X_test, y_test), callbacks=[early_stop])

# %%
losses = pd.DataFrame(model.history.history)
losses[['loss', 'val_loss']].plot()

# %%
from sklearn.metrics import classification_report, confusion_matrix
predictions = (model.predict(X_test) > 0.5).astype("int32")
print(classification_report(y_test, predictions))

# %%
import random
random.seed(101)
random_ind = random.randint(0, len(df))
new_customer = df.drop('loan_repaid', axis=1).iloc[random_ind]
model.predict(scaler.transform(new_customer.values.reshape(1, -1)))
