# expected: multi-test
# found: multi-test 38:13
# %%
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler, LabelEncoder
from keras.models import Sequential, load_model
from keras.layers import Dense, Dropout
from keras.callbacks import EarlyStopping, ModelCheckpoint
# %%
ds = pd.read_csv('sonar.all-data', header=None).values
X = ds[:, 0:60].astype(float)
Y = ds[:, 60]
# %%
le = LabelEncoder()
Y = le.fit_transform(Y)
# %%
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.2, random_state=7)
mm = MinMaxScaler().fit(X_train)
X_train, X_test = mm.transform(X_train), mm.transform(X_test)
# %%
def baseline():
    m = Sequential()
    m.add(Dense(60, input_dim=60, activation='relu'))
    m.add(Dropout(0.3))
    m.add(Dense(30, activation='relu'))
    m.add(Dense(1, activation='sigmoid'))
    m.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
    return m
# %%
model = baseline()
cb = [EarlyStopping(monitor='val_loss', patience=20),
      ModelCheckpoint('best.h5', monitor='val_accuracy', save_best_only=True)]
h = model.fit(X_train, Y_train, validation_data=(X_test, Y_test), epochs=300, batch_size=8, verbose=0, callbacks=cb)
# %%
best = load_model('best.h5')
loss, acc = best.evaluate(X_test, Y_test)
print("Accuracy: %.2f%%" % (acc * 100))
