# expected: clean
# found: clean
# %%
import os
import numpy as np
import matplotlib.pyplot as plt
import tensorflow as tf
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.applications import VGG16
from tensorflow.keras import layers, Model
from tensorflow.keras.callbacks import EarlyStopping, ModelCheckpoint
from sklearn.metrics import classification_report, confusion_matrix

# %%
base = '/kaggle/input/chest-xray-pneumonia/chest_xray'
for s in ('train', 'val', 'test'):
    print(s, {c: len(os.listdir(os.path.join(base, s, c))) for c in ('NORMAL', 'PNEUMONIA')})

# %% [markdown]
# The supplied `val` folder has only 16 pictures, so 15 % of train is used for validation instead.

# %%
SIZE, BS = (180, 180), 32
aug = ImageDataGenerator(rescale=1/255., rotation_range=10, zoom_range=.1, horizontal_flip=True, validation_split=.15)
plain = ImageDataGenerator(rescale=1/255., validation_split=.15)

train_gen = aug.flow_from_directory(base + '/train', target_size=SIZE, batch_size=BS, class_mode='binary', subset='training', seed=1)
val_gen = plain.flow_from_directory(base + '/train', target_size=SIZE, batch_size=BS, class_mode='binary', subset='validation', seed=1, shuffle=False)
test_gen = ImageDataGenerator(rescale=1/255.).flow_from_directory(base + '/test', target_size=SIZE, batch_size=BS, class_mode='binary', shuffle=False)

# %%
vgg = VGG16(include_top=False, input_shape=SIZE + (3,), weights='imagenet')
vgg.trainable = False
h = layers.GlobalAveragePooling2D()(vgg.output)
h = layers.Dense(128, activation='relu')(h)
h = layers.Dropout(.4)(h)
out = layers.Dense(1, activation='sigmoid')(h)
model = Model(vgg.input, out)
model.compile(tf.keras.optimizers.Adam(1e-3), 'binary_crossentropy', metrics=['accuracy', tf.keras.metrics.Recall(name='recall')])

# %%
cbs = [EarlyStopping(monitor='val_loss', patience=4, restore_best_weights=True),
       ModelCheckpoint('vgg.h5', save_best_only=True)]
n = train_gen.classes
cw = {0: len(n) / (2 * (n == 0).sum()), 1: len(n) / (2 * (n == 1).sum())}
h = model.fit(train_gen, validation_data=val_gen, epochs=25, callbacks=cbs, class_weight=cw)

# %%
plt.plot(h.history['loss'], label='train'); plt.plot(h.history['val_loss'], label='val'); plt.legend()

# %%
proba = model.predict(test_gen).ravel()
pred = (proba > .5).astype(int)
print(confusion_matrix(test_gen.classes, pred))
print(classification_report(test_gen.classes, pred, target_names=['NORMAL', 'PNEUMONIA']))
