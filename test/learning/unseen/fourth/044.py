# expected: clean
# found: clean
# undecided: multi-test
# %%
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
from sklearn.metrics import mean_absolute_error, explained_variance_score
# %%
df = pd.read_csv('kc_house_data.csv')
df = df.drop(['id', 'zipcode'], axis=1)
df['date'] = pd.to_datetime(df['date'])
df['month'] = df['date'].apply(lambda date: date.month)
df['year'] = df['date'].apply(lambda date: date.year)
df = df.drop('date', axis=1)
# %%
X = df.drop('price', axis=1).values
y = df['price'].values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=101)
# %%
scaler = MinMaxScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
# %%
model = Sequential()
for _ in range(4):
    model.add(Dense(19, activation='relu'))
model.add(Dense(1))
model.compile(optimizer='adam', loss='mse')
# %%
model.fit(x=X_train, y=y_train, validation_data=(X_test, y_test), batch_size=128, epochs=400)
# %%
losses = pd.DataFrame(model.history.history)
losses.plot()
# %%
predictions = model.predict(X_test)
print(mean_absolute_error(y_test, predictions))
print(explained_variance_score(y_test, predictions))
# %%
single_house = scaler.transform(df.drop('price', axis=1).iloc[0].values.reshape(-1, 19))
model.predict(single_house)
